import type { Queryable } from '@/db/postgres/client'
import { findDecision } from '@/db/review/decisions'
import type { SubmissionRow } from '@/db/submissions/submissions'

/** What a reviewer told the author of a round: what should be different, or why it is not published. */
export interface ReviewerNote {
  state: 'changes_requested' | 'declined'
  by: string
  reason: string
}

/** What its author was told of the round of a submission that is theirs to go on with; null where nobody told anything. */
export async function reviewerNoteOf(
  db: Queryable,
  { roundId, state }: { roundId: number; state: SubmissionRow['state'] },
): Promise<ReviewerNote | null> {
  if (state !== 'changes_requested' && state !== 'declined') return null
  const decided = await findDecision(db, roundId)
  return decided?.reason ? { state, by: decided.byName, reason: decided.reason } : null
}
