import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Primary, Queryable } from '@/db/postgres/client'
import { comment } from '@/db/talk/schema'

/** A comment that was erased. Its number alone would not do: after an older backup was restored another one may get it. */
export interface ErasedComment {
  id: number
  createdAt: Date
}

/** At most `most` erased comments that the store's list does not name yet. */
export async function findUnlistedErasures(db: Queryable, most: number): Promise<ErasedComment[]> {
  return db
    .select({ id: comment.id, createdAt: comment.createdAt })
    .from(comment)
    .where(and(eq(comment.withheld, 'erased'), isNull(comment.erasureListedAt)))
    .limit(most)
}

/** Notes that the store's list names an erased comment. */
export async function noteErasureListed(db: Primary, id: number): Promise<void> {
  await db.update(comment).set({ erasureListedAt: sql`now()` }).where(eq(comment.id, id))
}

/** Those of these comments that are not erased, by their ids and when they were written, to the millisecond. */
export async function findUnerased(db: Queryable, listed: readonly ErasedComment[]): Promise<number[]> {
  if (listed.length === 0) return []
  const written = new Map(listed.map(({ id, createdAt }) => [id, createdAt.getTime()]))
  const rows = await db
    .select({ id: comment.id, createdAt: comment.createdAt, withheld: comment.withheld })
    .from(comment)
    .where(inArray(comment.id, [...written.keys()]))
    .orderBy(asc(comment.id))
  return rows
    .filter(({ id, createdAt, withheld }) => withheld !== 'erased' && createdAt.getTime() === written.get(id))
    .map(({ id }) => id)
}
