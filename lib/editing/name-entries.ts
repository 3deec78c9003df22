import type { Queryable } from '@/db/client'
import { findNames } from '@/db/queries/titles'
import { entryPath } from '@/lib/entries/paths'
import { editing } from '@/lib/texts/en/editing'
import type { Named } from './named'

interface Row {
  id: number
  kind: Named['kind'] | 'file'
  number: number
  label: string
}

const LONGEST_LABEL = 300

/** An entry as forms show it; null for files, which no form points at. `detail` tells it from its namesakes. */
export function namedOf(row: Row, detail: string | null): Named | null {
  if (row.kind === 'file') return null
  return {
    id: row.id,
    kind: row.kind,
    label: row.label.slice(0, LONGEST_LABEL),
    path: entryPath(row),
    detail: row.kind === 'page' ? detail : withNumber(detail, editing.numbered[row.kind](row.number)),
  }
}

const withNumber = (detail: string | null, number: string) => (detail ? `${detail} · ${number}` : number)

/** What these entries are called, in no particular order; deleted ones keep their name here, missing ones have none. */
export async function nameEntries(db: Queryable, ids: number[]): Promise<Named[]> {
  const rows = await findNames(db, [...new Set(ids)])
  return rows.flatMap((row) => namedOf(row, null) ?? [])
}
