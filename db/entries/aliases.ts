import { and, asc, eq } from 'drizzle-orm'
import { title } from '@/db/entries/schema'
import type { Queryable, Tx } from '@/db/postgres/client'

/** The other addresses of a page, in their order. */
export async function findAliases(db: Queryable, entryId: number): Promise<{ key: string; text: string }[]> {
  return db
    .select({ key: title.key, text: title.text })
    .from(title)
    .where(and(eq(title.entryId, entryId), eq(title.isCurrent, false)))
    .orderBy(asc(title.key))
}

/** The other titles that lead to a page, in their order; at most `most`. */
export async function findAliasTexts(db: Queryable, entryId: number, most: number): Promise<string[]> {
  const rows = await db
    .select({ text: title.text })
    .from(title)
    .where(and(eq(title.entryId, entryId), eq(title.isCurrent, false)))
    .orderBy(asc(title.key))
    .limit(most)
  return rows.map((row) => row.text)
}

/** Makes `text` lead to a page; false, and nothing changed, when its key belongs to anybody already. */
export async function insertAlias(
  tx: Tx,
  alias: Pick<typeof title.$inferInsert, 'key' | 'entryId' | 'text'>,
): Promise<boolean> {
  const rows = await tx
    .insert(title)
    .values({ ...alias, isCurrent: false })
    .onConflictDoNothing({ target: title.key })
    .returning({ key: title.key })
  return rows.length === 1
}

/** Takes an address from a page, never its title; false when the page has no such other address. */
export async function deleteAlias(tx: Tx, entryId: number, key: string): Promise<boolean> {
  const rows = await tx
    .delete(title)
    .where(and(eq(title.key, key), eq(title.entryId, entryId), eq(title.isCurrent, false)))
    .returning({ key: title.key })
  return rows.length === 1
}
