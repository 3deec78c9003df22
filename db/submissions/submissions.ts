import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '@/db/postgres/client'
import { submission, submissionItem, submissionRound } from '@/db/submissions/schema'

export type SubmissionRow = typeof submission.$inferSelect
export type SubmissionItemRow = typeof submissionItem.$inferSelect
export type NewItem = Omit<typeof submissionItem.$inferInsert, 'roundId'>

/** Writes a changeset as a waiting submission, with its first round. Gives its id. */
export async function insertSubmission(
  tx: Tx,
  values: Pick<typeof submission.$inferInsert, 'authorId' | 'summary' | 'isMinor'>,
  items: NewItem[],
): Promise<number> {
  const [row] = await tx
    .insert(submission)
    .values({ ...values, state: 'waiting' })
    .returning({ id: submission.id })
  if (!row) throw new Error('a submission was not written')
  await insertRound(tx, row.id, 1, items)
  return row.id
}

/** Adds a round to a submission: its current proposal from now on. */
export async function insertRound(
  tx: Tx,
  submissionId: number,
  number: number,
  items: NewItem[],
): Promise<number> {
  const [round] = await tx
    .insert(submissionRound)
    .values({ submissionId, number })
    .returning({ id: submissionRound.id })
  if (!round) throw new Error('a round was not written')
  await tx.insert(submissionItem).values(items.map((item) => ({ ...item, roundId: round.id })))
  return round.id
}

export interface SubmissionWithRound {
  submission: SubmissionRow
  roundId: number
  roundNumber: number
  items: SubmissionItemRow[]
}

/** A submission with its latest round; null when there is none of that id. */
export async function findSubmission(db: Queryable, id: number): Promise<SubmissionWithRound | null> {
  const [row] = await db
    .select({ submission, roundId: submissionRound.id, roundNumber: submissionRound.number })
    .from(submission)
    .innerJoin(submissionRound, eq(submissionRound.submissionId, submission.id))
    .where(eq(submission.id, id))
    .orderBy(desc(submissionRound.number))
    .limit(1)
  if (!row) return null
  const items = await db
    .select()
    .from(submissionItem)
    .where(eq(submissionItem.roundId, row.roundId))
    .orderBy(asc(submissionItem.position))
  return { ...row, items }
}

/** When each round of a submission was sent, the first one first. */
export function findRounds(db: Queryable, submissionId: number): Promise<{ number: number; at: Date }[]> {
  return db
    .select({ number: submissionRound.number, at: submissionRound.createdAt })
    .from(submissionRound)
    .where(eq(submissionRound.submissionId, submissionId))
    .orderBy(asc(submissionRound.number))
}

/** Locks a submission, so that decisions on it are serialized; with an author, only if it is theirs. */
export async function lockSubmission(tx: Tx, id: number, authorId?: number): Promise<void> {
  const isTheirs = authorId === undefined ? undefined : eq(submission.authorId, authorId)
  await tx
    .select({ id: submission.id })
    .from(submission)
    .where(and(eq(submission.id, id), isTheirs))
    .for('update')
}

/** Changes a submission's state; a declined one is unseen until its author has looked (`markSeen`). */
export async function setSubmissionState(tx: Tx, id: number, state: SubmissionRow['state']): Promise<void> {
  await tx
    .update(submission)
    .set({ state, isUnseen: state === 'declined' })
    .where(eq(submission.id, id))
}

/** Records that its author has seen the outcome of a submission; tells whether it is theirs. */
export async function markSeen(db: Queryable, id: number, authorId: number): Promise<boolean> {
  const seen = await db
    .update(submission)
    .set({ isUnseen: false })
    .where(and(eq(submission.id, id), eq(submission.authorId, authorId)))
    .returning({ id: submission.id })
  return seen.length > 0
}

/** Replaces a submission's summary, and lets it wait for a decision; `begins` puts it at the end of the queue. */
export async function putBackInQueue(
  tx: Tx,
  id: number,
  values: Pick<typeof submission.$inferInsert, 'summary' | 'isMinor'>,
  begins: boolean,
): Promise<void> {
  await tx
    .update(submission)
    .set({ ...values, state: 'waiting', isUnseen: false, ...(begins && { waitingSince: sql`now()` }) })
    .where(eq(submission.id, id))
}
