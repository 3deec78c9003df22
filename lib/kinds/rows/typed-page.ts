import type { InfoboxField } from '@/db/wiki/page-kinds'
import { readField } from '@/lib/fields/read-field'
import type { TypedValue } from '@/lib/fields/typed-value'
import { infoboxRelation, placeRelation } from '@/lib/kinds/relation-fields'
import { openInfobox, type PageContent } from '@/lib/kinds/schemas/page'
import { titleKey } from '@/lib/titles/title'
import { noValue, type Typed } from './kind-rows'

/** So many characters of a title are ordered by: an index entry holds them beside a whole key. */
const MOST_SORTED = 100

/**
 * Reads a page's infobox by the types of its kind's fields, and its place in a work. What is behind a gate relates to
 * nothing: the other end would tell it.
 */
export function readTypedPage(content: PageContent, fields: readonly InfoboxField[]): Typed {
  const { kind, ordinal, language, title } = content
  const infobox = openInfobox(content)
  const read = fields.flatMap((definition) => {
    const line = infobox[definition.key]
    if (definition.kind !== kind || !line?.length) return []
    const field = infoboxRelation(kind, definition.key)
    return [{ field, type: definition.type, ...readField(definition, line, language) }]
  })
  const place = ordinal ? [{ field: placeRelation(kind), position: 0, to: ordinal.work }] : []
  return {
    ordinal: ordinal?.number ?? 0,
    sortKey: [...titleKey(title)].slice(0, MOST_SORTED).join(''),
    relations: [...place, ...read.flatMap(relationsOf)],
    values: read.flatMap(valuesOf),
  }
}

interface ReadInfobox extends Pick<Typed['values'][number], 'field' | 'type' | 'fits'> {
  values: TypedValue[]
}

function relationsOf({ field, values }: ReadInfobox): Typed['relations'] {
  const named = values.flatMap((value) =>
    value.kind === 'page' ? ('page' in value ? value.page : value.titleKey) : [],
  )
  return [...new Set(named)].map((to, position) => ({ field, position, to }))
}

/** One row for each number, date and yes or no, and one for what does not fit its type; words and pages need none. */
function valuesOf({ field, type, fits, values }: ReadInfobox): Typed['values'] {
  if (!fits) return [{ ...noValue, field, type, fits }]
  return values.flatMap((value, position): Typed['values'] => {
    const row = { ...noValue, field, position, type, fits }
    if (value.kind === 'number') return [{ ...row, number: value.number, unit: value.unit }]
    if (value.kind === 'boolean') return [{ ...row, boolean: value.boolean }]
    if (value.kind !== 'date') return []
    const { firstDay, lastDay, isApproximate } = value
    return [{ ...row, firstDay, lastDay, isApproximate }]
  })
}
