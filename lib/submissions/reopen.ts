import { primary, type Tx } from '@/db/client'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { type Outcome, RefusalError, refusable, refuse } from '@/lib/errors'
import { messages } from '@/lib/messages/messages'
import { nowhere, type Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { nextRound } from './amend'
import { findOwn, lockOwn, type OwnSeen } from './own'
import { ConflictError, wantedOf } from './prepare'
import type { SubmitResult } from './publish-or-keep'
import { write } from './write'

/**
 * Sends a submission of one's own again in the same words, as its next round: one that was taken back, or declined not
 * long ago. Published at once where the rules now let its author. Refuses what was decided or sent since the author
 * looked, and what does not fit today's texts any more: that takes an amendment.
 */
export async function reopen(
  actor: AccountActor,
  { key, ...seen }: OwnSeen & { key: string },
  { network }: Origin = nowhere,
): Promise<Outcome<SubmitResult>> {
  return refusable(async () => {
    const wanted = async () => (await findOwn(primary(), actor, 'reopen', seen)).items.map(wantedOf)
    const before = async (tx: Tx) => void (await lockOwn(tx, actor, 'reopen', seen))
    const request = { actor, key, body: { reopen: seen }, bound: 'kept' as const, before }
    const written = write(request, wanted, async (tx, locked) => {
      await traceNetwork(tx, { accountId: actor.id, operation: 'reopen', network })
      const { submission } = await findOwn(tx, locked.actor, 'reopen', seen)
      const { summary, isMinor } = submission
      return nextRound(tx, locked, 'reopen', seen, { summary, isMinor, via: 'edit' })
    })
    const result = await written.catch((error) => {
      if (error instanceof ConflictError)
        throw new RefusalError(refuse('conflict', messages().writing.reopenConflict))
      throw error
    })
    return { ok: true as const, ...result }
  })
}
