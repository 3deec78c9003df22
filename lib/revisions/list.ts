import type { ListedRevision } from '@/db/revisions/listed'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { paginate } from '@/lib/input/paging'
import { loadOpenings, nameClosings } from '@/lib/places/loaders'
import { lineOf, type RevisionLine, tagOfAuthor } from './line'

export const ON_A_PAGE = 50

/** A page of a list of revisions, newest first. */
export interface RevisionList {
  lines: RevisionLine[]
  /** The `before` of the next page of the list; null at the end. */
  next: number | null
  isFirst: boolean
}

/** Rows as a page of their list; records what the page depends on. */
export async function listOf(
  rows: ListedRevision[],
  start: number | null,
  keyOf: (line: RevisionLine) => number,
): Promise<RevisionList> {
  const gated = rows.map(({ entryNumber, ...row }) => ({ ...row, number: entryNumber }))
  nameClosings(await loadOpenings(), gated)
  const { shown: lines, next } = paginate(rows.map(lineOf), ON_A_PAGE, keyOf)
  // Names of entries and authors may change without a revision.
  recordDependency(...lines.map((line) => tags.entry(line.entry.id)))
  recordDependency(...lines.flatMap(tagOfAuthor))
  return { lines, next, isFirst: start === null }
}
