import { sql } from 'drizzle-orm'
import { erasedObject, storedObject } from '@/db/files/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { takeTurn } from '@/db/postgres/locks'
import { type Looks, looksLike } from './likeness'

/** Serializes what is decided about an object: stored, erased, swept. Held until the transaction ends. */
export const lockObject = (tx: Tx, sha256: string): Promise<void> => takeTurn(tx, `object ${sha256}`)

/**
 * Records an object whose bytes are stored. One that is there already stays as it is, and counts as new again, so that
 * it is not swept away before it is used.
 */
export async function insertObject(
  tx: Tx,
  row: Omit<typeof storedObject.$inferInsert, 'createdAt'>,
): Promise<void> {
  await tx
    .insert(storedObject)
    .values(row)
    .onConflictDoUpdate({ target: storedObject.sha256, set: { createdAt: sql`now()` } })
}

/** Whether this picture, or one that looks like it, was erased. */
export async function wasErased(db: Queryable, looks: Looks, nearest: number): Promise<boolean> {
  const [row] = await db
    .select({ sha256: erasedObject.sha256 })
    .from(erasedObject)
    .where(looksLike(erasedObject, looks, nearest))
    .limit(1)
  return row !== undefined
}
