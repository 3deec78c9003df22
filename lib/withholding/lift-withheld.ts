import { transaction } from '@/db/client'
import { findWithholding, liftWithholding } from '@/db/queries/withholdings'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { audit } from '@/lib/audit'
import { lockEntry } from '@/lib/entries/lock-entry'
import { type Outcome, RefusalError, refusable, refuse } from '@/lib/errors'
import { recordEvent } from '@/lib/events/record-event'
import { messages } from '@/lib/messages/messages'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { can, demand } from '@/lib/policy/policy'
import { abilityFor } from './strength'
import { announceWithheld } from './withhold'

/**
 * Shows again what was hidden or suppressed, by whoever might have withheld it. Gives the cache event and the entry.
 * Refused for what was erased, and when it is shown again already.
 */
export function liftWithheld(
  by: AccountActor,
  { withholdingId, reason }: { withholdingId: number; reason: string },
  { network }: Origin,
): Promise<Outcome<{ event: number; entryId: number }>> {
  const { withholding: texts } = messages()
  return refusable(() =>
    transaction(async (tx) => {
      demand(by, 'withhold')
      const found = await findWithholding(tx, withholdingId)
      // Who may not suppress is not told what is suppressed.
      if (!found || !can(by, abilityFor(found.strength)))
        throw new RefusalError(refuse('not_found', texts.notFound))
      const { entryId, strength, part, fromNumber: from, toNumber: to } = found
      const { actor } = await lockEntry(tx, by, abilityFor(strength), entryId)
      if (strength === 'erased') throw new RefusalError(refuse('not_allowed', texts.erasedStays))
      if (!(await liftWithholding(tx, withholdingId)))
        throw new RefusalError(refuse('already_decided', texts.lift.already))
      const act = strength === 'hidden' ? 'entry.unhide' : 'entry.unsuppress'
      await audit(tx, { actor, act, entryId, detail: { from, to, parts: [part] }, reason })
      recordEvent(tx, { name: `entry.un${strength}`, actorId: actor.id, entryId })
      await traceNetwork(tx, { accountId: actor.id, operation: 'lift-withholding', network })
      return { ok: true as const, event: await announceWithheld(tx, entryId, { from, to }), entryId }
    }),
  )
}
