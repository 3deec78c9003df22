import type { Queryable, Tx } from '@/db/client'
import {
  findDecision,
  findSubmission,
  lockSubmission,
  type SubmissionWithRound,
} from '@/db/queries/submissions'
import { RefusalError, refuse } from '@/lib/errors'
import { review } from '@/lib/texts/en/review'
import { writing } from '@/lib/texts/en/writing'

/** Which round of which submission somebody looked at when they decided. */
export interface RoundSeen {
  submissionId: number
  roundNumber: number
}

/**
 * The submission, if the round that was looked at still waits. Throws a `RefusalError` otherwise: who decided it, or
 * that the author has amended it.
 */
export async function findWaiting(db: Queryable, seen: RoundSeen): Promise<SubmissionWithRound> {
  const found = await findSubmission(db, seen.submissionId)
  if (!found) throw new RefusalError(refuse('not_found', writing.submissionNotFound))
  if (found.submission.state !== 'waiting') {
    throw new RefusalError(refuse('already_decided', await whatBecameOf(db, found)))
  }
  if (found.roundNumber !== seen.roundNumber)
    throw new RefusalError(refuse('already_decided', writing.roundOver))
  return found
}

/** Like `findWaiting`, with the submission locked: one decision at a time. */
export async function lockWaiting(tx: Tx, seen: RoundSeen): Promise<SubmissionWithRound> {
  await lockSubmission(tx, seen.submissionId)
  return findWaiting(tx, seen)
}

/** Why a submission does not wait any more, as a sentence: who decided it, and when. */
export async function whatBecameOf(
  db: Queryable,
  { submission, roundId }: SubmissionWithRound,
): Promise<string> {
  const decided = await findDecision(db, roundId)
  if (submission.state === 'withdrawn') return writing.withdrawnMeanwhile
  if (submission.state === 'overtaken') return writing.overtakenMeanwhile
  if (!decided) return writing.notWaiting
  return writing.alreadyDecided(decided.verdict, decided.byName, review.sinceWords(decided.at, new Date()))
}
