import { and, eq, ne } from 'drizzle-orm'
import type { Queryable, Tx } from '@/db/postgres/client'
import { externalAuthor } from '@/db/revisions/schema'

export type ExternalAuthor = typeof externalAuthor.$inferSelect

/** An author of another wiki; null when there is none of that id. */
export async function findExternalAuthor(db: Queryable, id: number): Promise<ExternalAuthor | null> {
  const [row] = await db.select().from(externalAuthor).where(eq(externalAuthor.id, id))
  return row ?? null
}

/** Locks an author of another wiki until the transaction ends and gives it; null when there is none. */
export async function lockExternalAuthor(tx: Tx, id: number): Promise<ExternalAuthor | null> {
  const [row] = await tx.select().from(externalAuthor).where(eq(externalAuthor.id, id)).for('no key update')
  return row ?? null
}

/** Changes the name of an author of another wiki; false, and nothing changed, when it is taken on that wiki. */
export async function updateExternalName(
  tx: Tx,
  { id, wiki }: ExternalAuthor,
  name: string,
): Promise<boolean> {
  const others = await tx
    .select({ id: externalAuthor.id })
    .from(externalAuthor)
    .where(and(eq(externalAuthor.wiki, wiki), eq(externalAuthor.name, name), ne(externalAuthor.id, id)))
  if (others.length > 0) return false
  await tx.update(externalAuthor).set({ name }).where(eq(externalAuthor.id, id))
  return true
}
