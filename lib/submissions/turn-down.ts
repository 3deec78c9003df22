import type { Tx } from '@/db/client'
import { insertDecision, type SubmissionRow, setSubmissionState } from '@/db/queries/submissions'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { type ActName, audit } from '@/lib/audit'
import { RefusalError, refuse } from '@/lib/errors'
import type { EventName } from '@/lib/events/catalogue'
import { recordEvent } from '@/lib/events/record-event'
import { messages } from '@/lib/messages/messages'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { once } from './once'
import { lockWaiting, type RoundSeen } from './waiting'

/** A decision that a submission is not published as it is. */
const ways = {
  decline: {
    operation: 'decline',
    state: 'declined',
    act: 'submission.decline',
    event: 'submission.declined',
  },
  request_changes: {
    operation: 'request-changes',
    state: 'changes_requested',
    act: 'submission.request-changes',
    event: 'submission.changes-requested',
  },
} as const satisfies Record<
  string,
  { operation: string; state: SubmissionRow['state']; act: ActName; event: EventName }
>

export type TurnDown = RoundSeen & { key: string; reason: string }

/**
 * Decides that the round of a submission that was looked at is not published as it is, with a reason that its author
 * sees. Throws a `RefusalError` when it was decided or amended before, without a reason, and where the rules say no.
 */
export async function turnDown(
  verdict: keyof typeof ways,
  actor: AccountActor,
  { key, reason, ...seen }: TurnDown,
  { network }: Origin,
): Promise<void> {
  const { writing } = messages()
  const why = reason.trim()
  if (why === '')
    throw new RefusalError(refuse('invalid', writing.reasonMissing, { reason: writing.reasonMissing }))
  const { operation, state, act, event } = ways[verdict]
  await once(actor.id, key, { [verdict]: seen, why }, async (tx: Tx) => {
    const { submission, roundId, actor: fresh } = await lockWaiting(tx, actor, seen)
    await traceNetwork(tx, { accountId: actor.id, operation, network })
    await insertDecision(tx, { roundId, verdict, byId: fresh.id, reason: why })
    await setSubmissionState(tx, submission.id, state)
    const detail = { submission: submission.id, round: seen.roundNumber }
    await audit(tx, { actor: fresh, act, accountId: submission.authorId, detail, reason: why })
    recordEvent(tx, { name: event, actorId: fresh.id, submissionId: submission.id })
    return { outcome: state }
  })
}
