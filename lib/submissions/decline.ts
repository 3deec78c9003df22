import type { Tx } from '@/db/client'
import { insertDecision, setSubmissionState } from '@/db/queries/submissions'
import { actorNow } from '@/lib/accounts/actor-now'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { audit } from '@/lib/audit'
import { type Outcome, RefusalError, refusable, refuse } from '@/lib/errors'
import { nowhere, type Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { writing } from '@/lib/texts/en/writing'
import { demandDecision } from './demand-decision'
import { once } from './once'
import { lockWaiting, type RoundSeen } from './waiting'

/**
 * Declines the round of a submission that was looked at, with a reason that its author sees. Refuses when it was
 * decided or amended before, without a reason, and where the rules say no.
 */
export async function decline(
  actor: AccountActor,
  { key, reason, ...seen }: RoundSeen & { key: string; reason: string },
  { network }: Origin = nowhere,
): Promise<Outcome<{ outcome: 'declined' }>> {
  return refusable(async () => {
    const why = reason.trim()
    if (why === '')
      throw new RefusalError(refuse('invalid', writing.reasonMissing, { reason: writing.reasonMissing }))
    const result = await once(actor.id, key, { decline: seen, why }, async (tx) => {
      await traceNetwork(tx, { accountId: actor.id, operation: 'decline', network })
      return decide(tx, actor, seen, why)
    })
    return { ok: true, ...result }
  })
}

async function decide(
  tx: Tx,
  actor: AccountActor,
  seen: RoundSeen,
  reason: string,
): Promise<{ outcome: 'declined' }> {
  const waiting = await lockWaiting(tx, seen)
  const fresh = await actorNow(tx, actor.id)
  await demandDecision(tx, fresh, waiting)
  const { submission, roundId } = waiting
  await insertDecision(tx, { roundId, verdict: 'decline', byId: fresh.id, reason })
  await setSubmissionState(tx, submission.id, 'declined')
  const detail = { submission: submission.id, round: seen.roundNumber }
  await audit(tx, { actor: fresh, act: 'submission.decline', accountId: submission.authorId, detail, reason })
  return { outcome: 'declined' }
}
