import type { Queryable } from '@/db/postgres/client'
import { findDecision } from '@/db/review/decisions'
import type { SubmissionRow } from '@/db/submissions/submissions'

/** A reviewer's words to the author of a round: what should be different, or why it is not published. */
export interface ReviewerNote {
  state: 'changes_requested' | 'declined'
  by: string
  reason: string
}

/** The reviewer's words on a round that its author may amend; null where there are none. */
export async function reviewerNoteOf(
  db: Queryable,
  { roundId, state }: { roundId: number; state: SubmissionRow['state'] },
): Promise<ReviewerNote | null> {
  if (state !== 'changes_requested' && state !== 'declined') return null
  const decided = await findDecision(db, roundId)
  return decided?.reason ? { state, by: decided.byName, reason: decided.reason } : null
}
