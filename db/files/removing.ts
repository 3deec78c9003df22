import { and, eq, inArray, isNull, lt, not, type SQL, sql } from 'drizzle-orm'
import { erasedObject, fileVersion, objectSize, storedObject, upload } from '@/db/files/schema'
import type { Primary, Queryable, Tx } from '@/db/postgres/client'
import { decision } from '@/db/review/schema'
import { submission, submissionRound } from '@/db/submissions/schema'
import { isSent } from './sent-objects'

const oneRow = { one: sql`1` }

/** Whether a published version that was not erased has the current `stored_object`. */
const isPublished = (db: Queryable): SQL =>
  sql`exists ${db.select(oneRow).from(fileVersion).where(eq(fileVersion.sha256, storedObject.sha256))}`

/** How long a submission that is over keeps its pictures, in days after it was last sent or decided: its author may go on with it. */
const DAYS_OF_CLOSED = 30

/** Whether a submission has the current `stored_object` that is open, or was until a short time ago. */
const isSentLately = (db: Queryable): SQL => {
  const decided = db
    .select({ at: sql`max(${decision.at})` })
    .from(decision)
    .where(eq(decision.roundId, submissionRound.id))
  return isSent(
    db,
    sql`(${submission.state} in ('draft', 'waiting', 'changes_requested')
      or greatest(${submission.waitingSince}, ${decided}) > now() - make_interval(days => ${DAYS_OF_CLOSED}))`,
  )
}

/** Forgets which objects a range of a file's versions had; gives their SHA-256. */
export async function forgetVersions(tx: Tx, entryId: number, from: number, to: number): Promise<string[]> {
  const rows = await tx
    .delete(fileVersion)
    .where(and(eq(fileVersion.entryId, entryId), sql`${fileVersion.number} between ${from} and ${to}`))
    .returning({ sha256: fileVersion.sha256 })
  return [...new Set(rows.map(({ sha256 }) => sha256))]
}

/**
 * Removes the rows of an object and its sizes unless a version of a file has it, and records it as erased, so that it is
 * refused when it is sent again. Says whether it did. Its bytes are still stored. Waits for who is
 * about to use it. The object has to be locked.
 */
export async function eraseObject(tx: Tx, sha256: string): Promise<boolean> {
  if (!(await hold(tx, sha256))) return false
  const [gone] = await tx
    .delete(storedObject)
    .where(and(eq(storedObject.sha256, sha256), not(isPublished(tx))))
    .returning({ likeness: storedObject.likeness })
  if (!gone) return false
  await tx
    .insert(erasedObject)
    .values({ sha256, likeness: gone.likeness })
    .onConflictDoUpdate({ target: erasedObject.sha256, set: { removedAt: null } })
  return true
}

/** An object that was erased, as the store keeps it, too. */
export interface Erased {
  sha256: string
  likeness: string | null
  erasedAt: Date
}

/** At most `most` erased objects whose bytes may still be stored. */
export async function findUnremoved(db: Queryable, most: number): Promise<Erased[]> {
  const { sha256, likeness, erasedAt } = erasedObject
  return db
    .select({ sha256, likeness, erasedAt })
    .from(erasedObject)
    .where(isNull(erasedObject.removedAt))
    .limit(most)
}

/** Notes that the bytes of an erased object are gone from the store. */
export async function noteRemoved(db: Primary, sha256: string): Promise<void> {
  await db.update(erasedObject).set({ removedAt: sql`now()` }).where(eq(erasedObject.sha256, sha256))
}

/** Stored for longer than a day, and nothing has it: neither a version nor a submission that is open, or was lately. */
const isAbandoned = (db: Queryable): SQL | undefined =>
  and(lt(storedObject.createdAt, sql`now() - interval '1 day'`), not(isPublished(db)), not(isSentLately(db)))

/** The SHA-256 of at most `most` objects that nothing has any more. */
export async function findAbandoned(db: Queryable, most: number): Promise<string[]> {
  const rows = await db
    .select({ sha256: storedObject.sha256 })
    .from(storedObject)
    .where(isAbandoned(db))
    .limit(most)
  return rows.map(({ sha256 }) => sha256)
}

/**
 * Removes the rows of an object that nothing has; does nothing where something has it by now. Waits for who is about to
 * use it.
 */
export async function removeAbandoned(tx: Tx, sha256: string): Promise<void> {
  if (await hold(tx, sha256))
    await tx.delete(storedObject).where(and(eq(storedObject.sha256, sha256), isAbandoned(tx)))
}

/**
 * Whether there is the object, and nobody else holds it: whoever uses it holds it until their own row is there
 * (`findUsableObjects`), which only a later statement sees.
 */
async function hold(tx: Tx, sha256: string): Promise<boolean> {
  const rows = await tx.select(oneRow).from(storedObject).where(eq(storedObject.sha256, sha256)).for('update')
  return rows.length > 0
}

/** Those of these objects that have a row. */
export async function findKnown(db: Queryable, sha256s: readonly string[]): Promise<Set<string>> {
  if (sha256s.length === 0) return new Set()
  const rows = await db
    .select({ sha256: storedObject.sha256 })
    .from(storedObject)
    .where(inArray(storedObject.sha256, [...sha256s]))
  return new Set(rows.map(({ sha256 }) => sha256))
}

/** The rows of the sizes of an object. */
export async function findSizeRows(
  db: Queryable,
  sha256: string,
): Promise<Pick<typeof objectSize.$inferSelect, 'crop' | 'width' | 'format'>[]> {
  const { crop, width, format } = objectSize
  return db.select({ crop, width, format }).from(objectSize).where(eq(objectSize.sha256, sha256))
}

/** Whether an upload is being stored just now: its bytes are there before its row. */
export async function isStoring(db: Queryable): Promise<boolean> {
  const [row] = await db
    .select(oneRow)
    .from(upload)
    .where(and(eq(upload.state, 'received'), sql`${upload.createdAt} > now() - interval '3 hours'`))
    .limit(1)
  return row !== undefined
}
