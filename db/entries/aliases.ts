import { and, asc, eq } from 'drizzle-orm'
import { title } from '@/db/entries/schema'
import type { Queryable, Tx } from '@/db/postgres/client'

/** The other titles of a page, in order. */
export async function findAliases(db: Queryable, entryId: number): Promise<{ key: string; text: string }[]> {
  return db
    .select({ key: title.key, text: title.text })
    .from(title)
    .where(and(eq(title.entryId, entryId), eq(title.isCurrent, false)))
    .orderBy(asc(title.key))
}

/** The other titles that redirect to a page, in order; at most `most`. */
export async function findAliasTexts(db: Queryable, entryId: number, most: number): Promise<string[]> {
  const rows = await db
    .select({ text: title.text })
    .from(title)
    .where(and(eq(title.entryId, entryId), eq(title.isCurrent, false)))
    .orderBy(asc(title.key))
    .limit(most)
  return rows.map((row) => row.text)
}

/** Makes `text` redirect to a page; false, and nothing changed, when its key is taken. */
export async function insertAlias(
  tx: Tx,
  alias: Pick<typeof title.$inferInsert, 'key' | 'entryId' | 'text'> & { folded: string },
): Promise<boolean> {
  const rows = await tx
    .insert(title)
    .values({ ...alias, isCurrent: false })
    .onConflictDoNothing({ target: title.key })
    .returning({ key: title.key })
  return rows.length === 1
}

/** Removes another title from a page, never its current one; false when the page has no such title. */
export async function deleteAlias(tx: Tx, entryId: number, key: string): Promise<boolean> {
  const rows = await tx
    .delete(title)
    .where(and(eq(title.key, key), eq(title.entryId, entryId), eq(title.isCurrent, false)))
    .returning({ key: title.key })
  return rows.length === 1
}
