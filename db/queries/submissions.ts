import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '@/db/client'
import { account } from '@/db/schema/accounts'
import { decision, submission, submissionItem, submissionRound } from '@/db/schema/submissions'

export type SubmissionRow = typeof submission.$inferSelect
export type SubmissionItemRow = typeof submissionItem.$inferSelect
export type DecisionRow = typeof decision.$inferSelect
export type NewItem = Omit<typeof submissionItem.$inferInsert, 'roundId'>

/** Keeps a changeset as a submission that waits, with its first round. Gives its id. */
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

/** Adds a round to a submission: what it proposes from now on. */
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

/** Locks a submission, so that one decision at a time looks at it; with an author, only if it is theirs. */
export async function lockSubmission(tx: Tx, id: number, authorId?: number): Promise<void> {
  const isTheirs = authorId === undefined ? undefined : eq(submission.authorId, authorId)
  await tx
    .select({ id: submission.id })
    .from(submission)
    .where(and(eq(submission.id, id), isTheirs))
    .for('update')
}

/** Moves a submission to another state. */
export async function setSubmissionState(tx: Tx, id: number, state: SubmissionRow['state']): Promise<void> {
  await tx.update(submission).set({ state }).where(eq(submission.id, id))
}

/** Says anew why a submission was sent, and lets it wait for a decision; `begins` puts it at the end of the queue. */
export async function waitAnew(
  tx: Tx,
  id: number,
  values: Pick<typeof submission.$inferInsert, 'summary' | 'isMinor'>,
  begins: boolean,
): Promise<void> {
  await tx
    .update(submission)
    .set({ ...values, state: 'waiting', ...(begins && { waitingSince: sql`now()` }) })
    .where(eq(submission.id, id))
}

/** Writes the one decision of a round; a second is an error of the database. */
export async function insertDecision(tx: Tx, row: Omit<typeof decision.$inferInsert, 'at'>): Promise<void> {
  await tx.insert(decision).values(row)
}

/** What was decided on a round, by whom, when and why; null when there is none. */
export async function findDecision(
  db: Queryable,
  roundId: number,
): Promise<(Pick<DecisionRow, 'verdict' | 'at' | 'reason'> & { byName: string }) | null> {
  const { verdict, at, reason } = decision
  const [row] = await db
    .select({ verdict, at, reason, byName: account.name })
    .from(decision)
    .innerJoin(account, eq(account.id, decision.byId))
    .where(eq(decision.roundId, roundId))
  return row ?? null
}

/** The account's submissions that wait for a decision, or for their author. */
const isOpenOf = (authorId: number) =>
  and(eq(submission.authorId, authorId), inArray(submission.state, ['waiting', 'changes_requested']))

/** How many of an account's submissions wait for a decision, or for the author. */
export async function countWaitingOf(db: Queryable, accountId: number): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(submission)
    .where(isOpenOf(accountId))
  return row?.count ?? 0
}

/** The entries that an account's open submissions would change, each with the newest that would; at most 100. */
export async function findWaitingEntries(
  db: Queryable,
  authorId: number,
): Promise<{ entryId: number; submissionId: number }[]> {
  const rows = await db
    .select({
      entryId: submissionItem.entryId,
      submissionId: sql<number>`max(${submission.id})`.mapWith(Number),
    })
    .from(submission)
    .innerJoin(submissionRound, eq(submissionRound.submissionId, submission.id))
    .innerJoin(submissionItem, eq(submissionItem.roundId, submissionRound.id))
    .where(and(isOpenOf(authorId), isNotNull(submissionItem.entryId)))
    .groupBy(submissionItem.entryId)
    .limit(100)
  return rows.flatMap(({ entryId, submissionId }) => (entryId === null ? [] : [{ entryId, submissionId }]))
}
