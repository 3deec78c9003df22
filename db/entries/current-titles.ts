import { and, eq, sql } from 'drizzle-orm'
import { title } from '@/db/entries/schema'
import type { Queryable, Tx } from '@/db/postgres/client'

/** An entry's current title; null when it has none yet. */
export async function findCurrentTitle(
  db: Queryable,
  entryId: number,
): Promise<typeof title.$inferSelect | null> {
  const [row] = await db
    .select()
    .from(title)
    .where(and(eq(title.entryId, entryId), eq(title.isCurrent, true)))
  return row ?? null
}

/**
 * Makes `text`, folded as `folded`, an entry's current title; the one before becomes an alias. Gives false, and changes nothing, when the
 * key belongs to another entry.
 */
export async function moveTitle(
  tx: Tx,
  {
    entryId,
    key,
    text,
    folded,
  }: Pick<typeof title.$inferSelect, 'entryId' | 'key' | 'text'> & { folded: string },
): Promise<boolean> {
  await tx
    .update(title)
    .set({ isCurrent: false })
    .where(and(eq(title.entryId, entryId), eq(title.isCurrent, true), sql`${title.key} <> ${key}`))
  const written = await tx
    .insert(title)
    .values({ key, entryId, text, folded, isCurrent: true })
    .onConflictDoUpdate({
      target: title.key,
      set: { text, folded, isCurrent: true },
      setWhere: eq(title.entryId, entryId),
    })
    .returning({ key: title.key })
  return written.length === 1
}
