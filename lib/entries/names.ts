import { findEntryNames, findNamesByTitle, type NameRow } from '@/db/entries/titles'
import { reads } from '@/db/postgres/client'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { called } from '@/lib/entries/called'
import { entryPath } from '@/lib/entries/paths'
import { loadOpenings, nameClosings } from '@/lib/places/loaders'

/** An entry's label and path. */
export interface Name {
  label: string
  path: string
  /** Deleted: its page says when and why. */
  isGone: boolean
  /** Closed to the reader: its label and path are those of a number alone, and links to it are words. */
  isClosed?: boolean
}

/** Names by the entry's id, and for links by title by the title's key. */
export type Names = ReadonlyMap<number | string, Name>

/** The names of `ids` that exist and are open: deleted and closed ones are left out. */
export const livingNames = (names: Names, ids: readonly number[]): Name[] =>
  ids.flatMap((id) => names.get(id) ?? []).filter((name) => !name.isGone && !name.isClosed)

/**
 * Looks up the names of entries by id, and by the keys of titles, former ones too. Missing ones are left out; closed
 * ones say nothing of themselves. The current page depends on those titles.
 */
export async function loadNames(wanted: Iterable<number | string>): Promise<Names> {
  const ids = new Set<number>()
  const keys = new Set<string>()
  for (const one of wanted) typeof one === 'number' ? ids.add(one) : keys.add(one)
  recordDependency(...[...ids].map(tags.entry), ...[...keys].map(tags.title))
  if (ids.size + keys.size === 0) return new Map()
  const openings = await loadOpenings()
  const [rows, titled] = await Promise.all([
    findEntryNames(reads(), openings.scope, [...ids]),
    findNamesByTitle(reads(), openings.scope, [...keys]),
  ])
  recordDependency(...titled.map((row) => tags.entry(row.id)))
  nameClosings(openings, [...rows, ...titled])
  return new Map<number | string, Name>([
    ...rows.map((row) => [row.id, nameOf(row)] as const),
    ...titled.map((row) => [row.key, nameOf(row)] as const),
  ])
}

const nameOf = (row: NameRow): Name => {
  const label = called(row)
  return {
    label,
    path: entryPath({ ...row, label }),
    isGone: row.isDeleted,
    ...(!row.isOpen && { isClosed: true }),
  }
}
