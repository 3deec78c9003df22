import { and, desc, eq, gt, inArray, lt, or, sql } from 'drizzle-orm'
import { upload } from '@/db/files/schema'
import type { Primary, Queryable, Tx } from '@/db/postgres/client'

export type UploadRow = typeof upload.$inferSelect

/** The refusal of an upload whose account has begun newer ones. */
export const CLOSED = 'closed'

/** Records a new upload, which waits for its bytes. */
export async function insertUpload(
  tx: Tx,
  row: Pick<UploadRow, 'id' | 'accountId' | 'bytes'>,
): Promise<void> {
  await tx.insert(upload).values(row)
}

/** Closes the uploads of an account that wait for bytes, all but the newest `most`. */
export async function closeOlderUploads(tx: Tx, accountId: number, most: number): Promise<void> {
  const older = tx
    .select({ id: upload.id })
    .from(upload)
    .where(and(eq(upload.accountId, accountId), eq(upload.state, 'open')))
    .orderBy(desc(upload.createdAt), desc(upload.id))
    .offset(most)
  await tx.update(upload).set({ state: 'refused', refusal: CLOSED }).where(inArray(upload.id, older))
}

/** An upload; null when there is none, or it was forgotten. */
export async function findUpload(db: Queryable, id: string): Promise<UploadRow | null> {
  const [row] = await db.select().from(upload).where(eq(upload.id, id))
  return row ?? null
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockUpload(tx: Tx, id: string): Promise<UploadRow | null> {
  const [row] = await tx.select().from(upload).where(eq(upload.id, id)).for('update')
  return row ?? null
}

/** Says that all bytes of an upload are there. */
export async function noteReceived(db: Primary, id: string): Promise<void> {
  await db
    .update(upload)
    .set({ state: 'received' })
    .where(and(eq(upload.id, id), eq(upload.state, 'open')))
}

/** Says what became of an upload. */
export async function setOutcome(
  tx: Tx,
  id: string,
  outcome: { refusal: string } | { sha256: string; isFirstFrameOnly: boolean },
): Promise<void> {
  const state = 'refusal' in outcome ? 'refused' : 'stored'
  await tx
    .update(upload)
    .set({ state, ...outcome })
    .where(eq(upload.id, id))
}

/**
 * Those of the uploads whose bytes are still wanted: they may be coming, for the two hours in which a ticket and a slow
 * request end, or all of them wait to be stored.
 */
export async function findWantedUploads(db: Queryable, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const mayCome = and(eq(upload.state, 'open'), gt(upload.createdAt, sql`now() - interval '2 hours'`))
  const rows = await db
    .select({ id: upload.id })
    .from(upload)
    .where(and(inArray(upload.id, [...ids]), or(eq(upload.state, 'received'), mayCome)))
  return rows.map(({ id }) => id)
}

/** Forgets uploads a day after their ticket was given. */
export async function forgetOldUploads(db: Primary): Promise<void> {
  await db.delete(upload).where(lt(upload.createdAt, sql`now() - interval '1 day'`))
}
