import type { Queryable } from '@/db/client'
import { findNames } from '@/db/queries/titles'
import { called } from '@/lib/entries/called'
import { entryPath } from '@/lib/entries/paths'
import { messages } from '@/lib/messages/messages'
import type { ReadScope } from '@/lib/policy/policy'
import type { Named } from './named'

interface Row {
  id: number
  kind: Named['kind'] | 'file'
  number: number
  label: string | null
}

const LONGEST_LABEL = 300

/** An entry as forms show it; null for files, which no form points at. `detail` tells it from its namesakes. */
export function namedOf(row: Row, detail: string | null): Named | null {
  if (row.kind === 'file') return null
  const label = called(row)
  return {
    id: row.id,
    kind: row.kind,
    label: label.slice(0, LONGEST_LABEL),
    path: entryPath({ ...row, label }),
    detail:
      row.kind === 'page' ? detail : withNumber(detail, messages().editing.numbered[row.kind](row.number)),
  }
}

const withNumber = (detail: string | null, number: string) => (detail ? `${detail} · ${number}` : number)

/** What these entries are called, in no particular order; deleted ones keep their name here, missing ones have none. */
export async function nameEntries(db: Queryable, within: ReadScope, ids: number[]): Promise<Named[]> {
  const rows = await findNames(db, within, [...new Set(ids)])
  return rows.flatMap((row) => namedOf(row, null) ?? [])
}
