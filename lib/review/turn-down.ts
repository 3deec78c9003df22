import type { Tx } from '@/db/postgres/client'
import { insertDecision, type SubmissionRow, setSubmissionState } from '@/db/submissions/submissions'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import type { Once } from '@/lib/operations/once'
import type { Recorded } from '@/lib/operations/writing'
import type { AccountActor } from '@/lib/policy/actor'
import { lockWaiting, type RoundSeen } from '@/lib/submissions/waiting'

/** A decision that a submission is not published as it is, and how the submission stands then. */
const states = {
  decline: 'declined',
  request_changes: 'changes_requested',
} as const satisfies Record<string, SubmissionRow['state']>

type Verdict = keyof typeof states
type TurnDown = RoundSeen & { key: string; reason: string }

/** What the key of such a decision stands for. */
export function onceOfTurnDown(verdict: Verdict, { key, reason, ...seen }: TurnDown): Once {
  return { key, body: { [verdict]: seen, why: reason.trim() } }
}

/** The reason, which its author sees. Throws a `RefusalError` when there is none. */
export function reasonIn({ reason }: { reason: string }): string {
  const why = reason.trim()
  if (why !== '') return why
  throw new RefusalError(
    refuse('invalid', codes().writing.reasonMissing, { reason: codes().writing.reasonMissing }),
  )
}

/**
 * Decides that the round of a submission that was looked at is not published as it is, and gives what is to be recorded
 * of it. Throws a `RefusalError` when it was decided or amended before, and where the rules say no.
 */
export async function turnDown<V extends Verdict>(
  tx: Tx,
  verdict: V,
  by: AccountActor,
  { submissionId, roundNumber, why }: RoundSeen & { why: string },
): Promise<{ outcome: (typeof states)[V]; recorded: Recorded }> {
  const { submission, roundId, actor } = await lockWaiting(tx, by, { submissionId, roundNumber })
  await insertDecision(tx, { roundId, verdict, byId: actor.id, reason: why })
  await setSubmissionState(tx, submissionId, states[verdict])
  const detail = { submission: submissionId, round: roundNumber }
  return { outcome: states[verdict], recorded: { accountId: submission.authorId, detail, reason: why } }
}
