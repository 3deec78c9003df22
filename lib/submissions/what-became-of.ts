import type { Queryable } from '@/db/postgres/client'
import { findDecision } from '@/db/review/decisions'
import type { SubmissionWithRound } from '@/db/submissions/submissions'
import { codes } from '@/lib/messages/codes'
import type { Message } from '@/lib/messages/message'

/** Which round of which submission somebody looked at when they sent something about it. */
export interface RoundSeen {
  submissionId: number
  roundNumber: number
}

/** Why a submission does not wait any more: who decided it, and when. */
export async function whatBecameOf(
  db: Queryable,
  { submission, roundId }: SubmissionWithRound,
): Promise<Message> {
  const { writing } = codes()
  const decided = await findDecision(db, roundId)
  if (submission.state === 'withdrawn') return writing.withdrawnMeanwhile
  if (submission.state === 'overtaken') return writing.overtakenMeanwhile
  if (!decided) return writing.notWaiting
  return writing.alreadyDecided(
    decided.verdict,
    decided.byName,
    decided.at.toISOString(),
    new Date().toISOString(),
  )
}
