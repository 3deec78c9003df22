import { transaction } from '@/db/client'
import { updateRole } from '@/db/queries/accounts'
import { audit } from '@/lib/audit'
import { announce } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'
import { type Outcome, RefusalError, refusable, refuse } from '@/lib/errors'
import { recordEvent } from '@/lib/events/record-event'
import { messages } from '@/lib/messages/messages'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { isOnStep } from '@/lib/policy/rank'
import { paths } from '@/lib/routes'
import { lockPerson } from './lock-person'
import type { GivenRole } from './roles'
import { traceNetwork } from './trace-network'

/**
 * Gives somebody another role, from their next click on; the public log tells who did it and why. Owners do, to those
 * below them. Gives the cache event and the account's page. Refused when the account has the role already.
 */
export function setRole(
  by: AccountActor,
  wanted: { accountId: number; role: GivenRole; reason: string },
  { network }: Origin,
): Promise<Outcome<{ event: number; path: string }>> {
  return refusable(() =>
    transaction(async (tx) => {
      const { accountId, role, reason } = wanted
      const { actor, person } = await lockPerson(tx, by, 'setRole', accountId)
      if (isOnStep(person, role))
        throw new RefusalError(refuse('no_change', messages().accounts.setRole.already))
      await updateRole(tx, accountId, role)
      await audit(tx, {
        actor,
        act: 'account.appoint',
        accountId,
        detail: { role, was: person.role },
        reason,
      })
      recordEvent(tx, { name: 'account.role-changed', actorId: actor.id, accountId })
      await traceNetwork(tx, { accountId: actor.id, operation: 'set-role', network })
      const event = await announce(tx, [tags.account(accountId)])
      return { ok: true as const, event, path: paths.person(accountId) }
    }),
  )
}
