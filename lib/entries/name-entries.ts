import { findEntryNames } from '@/db/entries/titles'
import type { Queryable } from '@/db/postgres/client'
import { called } from '@/lib/entries/called'
import { entryPath } from '@/lib/entries/paths'
import { kindOf } from '@/lib/kinds/registry'
import type { ReadScope } from '@/lib/policy/policy'
import type { Named } from './named'

interface Row {
  id: number
  kind: Named['kind']
  number: number
  label: string | null
}

const LONGEST_LABEL = 300

/** An entry as forms show it. `detail` distinguishes entries with the same label. */
export function namedOf(row: Row, detail: string | null): Named {
  const label = called(row)
  const number = kindOf(row.kind).texts().numbered(row.number)
  return {
    id: row.id,
    kind: row.kind,
    label: label.slice(0, LONGEST_LABEL),
    path: entryPath({ ...row, label }),
    detail: [detail, number].filter(Boolean).join(' · ') || null,
  }
}

/** The labels of these entries, in no particular order; deleted ones keep theirs here, missing ones are left out. */
export async function nameEntries(db: Queryable, within: ReadScope, ids: number[]): Promise<Named[]> {
  const rows = await findEntryNames(db, within, [...new Set(ids)])
  return rows.map((row) => namedOf(row, null))
}
