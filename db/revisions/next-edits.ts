import { and, desc, eq, inArray, type SQL } from 'drizzle-orm'
import { entry } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { findListed, type ListedRevision } from '@/db/revisions/listed'
import { revision } from '@/db/revisions/schema'
import { existingEntries, type ReadScope } from '@/db/visibility/read-scope'

/** Edits in the order of an index: `by` is that order, newest first. */
export interface EditsInOrder {
  which: SQL | undefined
  by: SQL[]
}

/** How many edits are searched for those that a filter wants: a list that has too few goes on after them. */
const LOOKED_THROUGH = 2_000

/** Of the next two thousand edits those that `which` wants, newest first. */
export async function findAmongNext(
  db: Queryable,
  within: ReadScope,
  { edits, which, most }: { edits: EditsInOrder; which: SQL | undefined; most: number },
): Promise<ListedRevision[]> {
  const next = db
    .select({ id: revision.id })
    .from(revision)
    .where(edits.which)
    .orderBy(...edits.by)
    .limit(LOOKED_THROUGH)
    .as('next')
  const wanted = await db
    .select({ id: revision.id })
    .from(next)
    .innerJoin(revision, eq(revision.id, next.id))
    .innerJoin(entry, eq(entry.id, revision.entryId))
    .where(and(which, existingEntries(within)))
    .orderBy(desc(revision.sequence))
    .limit(most)
  if (wanted.length === 0) return []
  const ids = wanted.map(({ id }) => id)
  return findListed(db, within, { which: inArray(revision.id, ids), most })
}

/** Where the next two thousand edits end, in the publish sequence; null where there are no more than these. */
export async function findEndOfNext(db: Queryable, edits: EditsInOrder): Promise<number | null> {
  const [row] = await db
    .select({ sequence: revision.sequence })
    .from(revision)
    .where(edits.which)
    .orderBy(...edits.by)
    .offset(LOOKED_THROUGH)
    .limit(1)
  return row === undefined ? null : row.sequence + 1
}
