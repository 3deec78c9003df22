import { setSubmissionState } from '@/db/queries/submissions'
import { actorNow } from '@/lib/accounts/actor-now'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { audit } from '@/lib/audit'
import { type Outcome, refusable } from '@/lib/errors'
import { recordEvent } from '@/lib/events/record-event'
import { nowhere, type Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { once } from './once'
import { lockOwn, type OwnSeen } from './own'

/**
 * Takes a submission of one's own back before it is decided; `reopen` undoes it. Refuses what was decided or sent since
 * the author looked.
 */
export async function withdraw(
  actor: AccountActor,
  { key, ...seen }: OwnSeen & { key: string },
  { network }: Origin = nowhere,
): Promise<Outcome<{ outcome: 'withdrawn' }>> {
  return refusable(async () => {
    const result = await once(actor.id, key, { withdraw: seen }, async (tx) => {
      await traceNetwork(tx, { accountId: actor.id, operation: 'withdraw', network })
      const fresh = await actorNow(tx, actor.id)
      const { submission, roundNumber } = await lockOwn(tx, fresh, 'withdraw', seen)
      await setSubmissionState(tx, submission.id, 'withdrawn')
      const detail = { submission: submission.id, round: roundNumber }
      await audit(tx, { actor: fresh, act: 'submission.withdraw', accountId: fresh.id, detail })
      recordEvent(tx, { name: 'submission.withdrawn', actorId: fresh.id, submissionId: submission.id })
      return { outcome: 'withdrawn' as const }
    })
    return { ok: true as const, ...result }
  })
}
