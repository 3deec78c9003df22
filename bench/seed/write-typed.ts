import type { EntryContent } from '@/lib/kinds/registry'
import { rowsOf } from '@/lib/kinds/rows/all'
import { infoboxFields } from './kinds'
import type { Place } from './shape'
import type { Sheets } from './sheets'
import type { Heads } from './timeline'

interface Writing {
  sheets: Sheets
  heads: Heads
}

/** The relations and the typed values of a head. What they are read from is the same in every version. */
export function writeTyped({ sheets, heads }: Writing, { id, index }: Place, text: EntryContent): void {
  const { ordinal, sortKey, relations, values } = rowsOf(text.kind).readTyped(
    { content: text.content, number: index + 1 },
    infoboxFields,
  )
  const held = { fromId: id, since: heads.first[id] ?? 0, until: null, ordinal, sortKey }
  for (const { to, field, position } of relations)
    if (typeof to === 'number') sheets.relation.add({ ...held, toId: to, field, position })
    else sheets.titleRelation.add({ ...held, key: to, field, position })
  for (const value of values) sheets.fieldValue.add({ entryId: id, ...value })
}
