import { and, asc, desc, eq, inArray, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable } from '@/db/postgres/client'
import { decision } from '@/db/review/schema'
import { revision } from '@/db/revisions/schema'
import { submission, submissionItem, submissionRound } from '@/db/submissions/schema'
import type { SubmissionItemRow, SubmissionRow } from './submissions'

/** A round that another edit is based on: its author, the state of its submission, and its texts. */
export interface BaseRound {
  roundId: number
  submissionId: number
  authorId: number
  state: SubmissionRow['state']
  /** This very round was accepted; it may have been a later one instead. */
  isAccepted: boolean
  items: SubmissionItemRow[]
}

/** A round by its id, whatever its state; null when there is none. */
export async function findBaseRound(db: Queryable, roundId: number): Promise<BaseRound | null> {
  const [row] = await db
    .select({
      roundId: submissionRound.id,
      submissionId: submission.id,
      authorId: submission.authorId,
      state: submission.state,
      isAccepted: sql<boolean>`coalesce(${decision.verdict} = 'accept', false)`,
    })
    .from(submissionRound)
    .innerJoin(submission, eq(submission.id, submissionRound.submissionId))
    .leftJoin(decision, eq(decision.roundId, submissionRound.id))
    .where(eq(submissionRound.id, roundId))
  if (!row) return null
  const items = await db
    .select()
    .from(submissionItem)
    .where(eq(submissionItem.roundId, roundId))
    .orderBy(asc(submissionItem.position))
  return { ...row, items }
}

/** The entries that a published submission created, in the order of its changeset. */
export async function findEntriesMadeBy(db: Queryable, submissionId: number): Promise<number[]> {
  const rows = await db
    .select({ id: revision.entryId })
    .from(revision)
    .where(and(eq(revision.submissionId, submissionId), eq(revision.number, 1)))
    .orderBy(asc(revision.entryId))
  return rows.map(({ id }) => id)
}

const later = alias(submissionRound, 'later')

/** The latest round of the account's newest open edit of an entry; null when none is open. */
export async function findOpenRoundOn(
  db: Queryable,
  authorId: number,
  entryId: number,
): Promise<{ roundId: number; submissionId: number; state: SubmissionRow['state'] } | null> {
  const amended = db
    .select({ one: sql`1` })
    .from(later)
    .where(and(eq(later.submissionId, submission.id), sql`${later.number} > ${submissionRound.number}`))
  const [row] = await db
    .select({ roundId: submissionRound.id, submissionId: submission.id, state: submission.state })
    .from(submission)
    .innerJoin(submissionRound, eq(submissionRound.submissionId, submission.id))
    .innerJoin(submissionItem, eq(submissionItem.roundId, submissionRound.id))
    .where(
      and(
        eq(submission.authorId, authorId),
        inArray(submission.state, ['waiting', 'changes_requested']),
        eq(submissionItem.entryId, entryId),
        notExists(amended),
      ),
    )
    .orderBy(desc(submissionRound.id))
    .limit(1)
  return row ?? null
}

/** The id of a submission's round; null when there is no such round. */
export async function findRoundId(
  db: Queryable,
  submissionId: number,
  number: number,
): Promise<number | null> {
  const { id } = submissionRound
  const [row] = await db
    .select({ id })
    .from(submissionRound)
    .where(and(eq(submissionRound.submissionId, submissionId), eq(submissionRound.number, number)))
  return row?.id ?? null
}
