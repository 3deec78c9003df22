import { reads } from '@/db/client'
import { findNames, type NameRow } from '@/db/queries/titles'
import { tags } from '@/lib/cache/tags'
import { touch } from '@/lib/cache/touched'
import { called } from '@/lib/entries/called'
import { entryPath } from '@/lib/entries/paths'
import { publicScope } from '@/lib/policy/policy'

/** What an entry is called and where it is read. */
export interface Name {
  label: string
  path: string
  /** Deleted: its address says when and why. */
  isGone: boolean
}

/** Names by the entry's id. */
export type Names = ReadonlyMap<number, Name>

/** The names of `ids` that can be gone to: what was deleted is left out. */
export const livingNames = (names: Names, ids: readonly number[]): Name[] =>
  ids.flatMap((id) => names.get(id) ?? []).filter((name) => !name.isGone)

/** Looks up what the entries of `ids` are called; those that do not exist are missing. */
export async function loadNames(ids: Iterable<number>): Promise<Names> {
  const wanted = [...new Set(ids)]
  touch(...wanted.map(tags.entry))
  const rows = await findNames(reads(), publicScope, wanted)
  return new Map(rows.map((row) => [row.id, nameOf(row)]))
}

const nameOf = (row: NameRow): Name => {
  const label = called(row)
  return { label, path: entryPath({ ...row, label }), isGone: row.isDeleted }
}
