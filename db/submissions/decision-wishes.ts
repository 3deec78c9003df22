import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { event } from '@/db/events/schema'
import type { Primary, Queryable, Tx } from '@/db/postgres/client'
import { decisionWish, submission } from '@/db/submissions/schema'

/** That somebody wants a mail about the decision on a submission, with its author. */
export type DecisionWish = typeof decisionWish.$inferSelect & { authorId: number }

/** The wish of a submission; null where there is none. */
export async function findDecisionWish(db: Queryable, submissionId: number): Promise<DecisionWish | null> {
  const [row] = await db
    .select()
    .from(decisionWish)
    .innerJoin(submission, eq(submission.id, decisionWish.submissionId))
    .where(eq(decisionWish.submissionId, submissionId))
  return row ? { ...row.decision_wish, authorId: row.submission.authorId } : null
}

/** Locks a submission of this author that waits to be decided; false where it is not theirs, or decided. */
export async function lockWaiting(tx: Tx, submissionId: number, authorId: number): Promise<boolean> {
  const rows = await tx
    .select({ id: submission.id })
    .from(submission)
    .where(
      and(
        eq(submission.id, submissionId),
        eq(submission.authorId, authorId),
        eq(submission.state, 'waiting'),
      ),
    )
    .for('update')
  return rows.length > 0
}

/** Writes the wish of a submission in place of an earlier one. */
export async function writeDecisionWish(
  tx: Tx,
  { submissionId, address, isConfirmed }: { submissionId: number; address: string; isConfirmed: boolean },
): Promise<void> {
  await tx.delete(decisionWish).where(eq(decisionWish.submissionId, submissionId))
  const confirmedAt = isConfirmed ? sql`now()` : null
  await tx.insert(decisionWish).values({ submissionId, address, confirmedAt })
}

/** Confirms the address of a wish that was asked for at this moment; false where it is not there, or confirmed. */
export async function confirmDecisionWish(tx: Tx, submissionId: number, askedAt: Date): Promise<boolean> {
  const rows = await tx
    .update(decisionWish)
    .set({ confirmedAt: sql`now()` })
    .where(
      and(
        eq(decisionWish.submissionId, submissionId),
        sql`date_trunc('milliseconds', ${decisionWish.askedAt}) = ${askedAt.toISOString()}::timestamptz`,
        isNull(decisionWish.confirmedAt),
      ),
    )
    .returning({ id: decisionWish.submissionId })
  return rows.length > 0
}

/** Notes that the link to confirm a wish was sent. */
export async function noteLinkSent(db: Primary, submissionId: number): Promise<void> {
  await db
    .update(decisionWish)
    .set({ linkSentAt: sql`now()` })
    .where(eq(decisionWish.submissionId, submissionId))
}

/** Notes which of these events decides a submission that somebody wants mail about, and gives those whose address is confirmed. */
export async function noteDecided(tx: Tx, eventIds: readonly number[]): Promise<number[]> {
  const rows = await tx
    .update(decisionWish)
    .set({ eventId: event.id })
    .from(event)
    .where(
      and(
        inArray(event.id, [...eventIds]),
        eq(event.submissionId, decisionWish.submissionId),
        isNull(decisionWish.eventId),
      ),
    )
    .returning({ id: decisionWish.submissionId, confirmedAt: decisionWish.confirmedAt })
  return rows.flatMap(({ id, confirmedAt }) => (confirmedAt === null ? [] : [id]))
}

/** Removes a wish that was fulfilled; the address is forgotten. */
export async function settleDecisionWish(db: Primary, submissionId: number): Promise<void> {
  await db.delete(decisionWish).where(eq(decisionWish.submissionId, submissionId))
}

/** The wishes beyond this submission for which a mail is to be sent now, in order, at most so many. */
export async function findOwedWishes(db: Queryable, after: number, most: number): Promise<number[]> {
  const asksForLink = and(isNull(decisionWish.confirmedAt), isNull(decisionWish.linkSentAt))
  const isDecided = and(isNotNull(decisionWish.confirmedAt), isNotNull(decisionWish.eventId))
  const rows = await db
    .select({ id: decisionWish.submissionId })
    .from(decisionWish)
    .where(and(gt(decisionWish.submissionId, after), or(asksForLink, isDecided)))
    .orderBy(asc(decisionWish.submissionId))
    .limit(most)
  return rows.map(({ id }) => id)
}

/** Deletes wishes whose address nobody confirmed for two days, and all after a year. */
export async function forgetOldWishes(db: Primary): Promise<void> {
  const isUnconfirmed = and(
    isNull(decisionWish.confirmedAt),
    lt(decisionWish.askedAt, sql`now() - interval '2 days'`),
  )
  await db
    .delete(decisionWish)
    .where(or(isUnconfirmed, lt(decisionWish.askedAt, sql`now() - interval '1 year'`)))
}
