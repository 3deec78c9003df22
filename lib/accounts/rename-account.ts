import { type Tx, transaction } from '@/db/client'
import { updateName } from '@/db/queries/accounts'
import { lockAccount } from '@/db/queries/blocks'
import { takeTurn } from '@/db/queries/locks'
import { audit } from '@/lib/audit'
import { announce } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'
import { type Outcome, RefusalError, refusable, refuse } from '@/lib/errors'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { demand } from '@/lib/policy/policy'
import { accounts } from '@/lib/texts/en/accounts'
import { actorNow } from './actor-now'
import { parseName } from './name'
import { accountPath } from './path'
import { traceNetwork } from './trace-network'

/**
 * Changes the name of an account everywhere at once: one's own, or that of somebody below oneself, with a reason that
 * the public log tells. Neither the record nor anything else keeps the old name. Gives the cache event and the account's
 * page. Refused at `name` when it is no name, when it or one that looks like it is another's, and when it is the name
 * already; at `reason` when somebody else's name is changed without one.
 */
export function renameAccount(
  by: AccountActor,
  wanted: { accountId: number; name: string; reason: string },
  { network }: Origin,
): Promise<Outcome<{ event: number; path: string; name: string }>> {
  return refusable(() =>
    transaction(async (tx) => {
      const { accountId, reason } = wanted
      const person = await lockAccount(tx, accountId)
      const actor = await actorNow(tx, by.id)
      if (!person) throw new RefusalError(refuse('not_found', accounts.refused.notFound))
      demand(actor, 'renameAccount', person)
      if (reason === '' && actor.id !== accountId) refuseAt('reason', accounts.rename.giveReason)
      const name = await takeName(tx, person, wanted.name)
      await audit(tx, { actor, act: 'account.rename', accountId, ...(reason && { reason }) })
      await traceNetwork(tx, { accountId: actor.id, operation: 'rename-account', network })
      const event = await announce(tx, [tags.account(accountId)], { isWithholding: true })
      return { ok: true as const, event, path: accountPath(accountId), name }
    }),
  )
}

async function takeName(tx: Tx, person: { id: number; name: string }, typed: string): Promise<string> {
  const parsed = parseName(typed)
  if (!parsed.ok) throw new RefusalError(parsed)
  const { name, nameKey } = parsed
  if (name === person.name) throw new RefusalError(refuse('no_change', accounts.rename.same))
  // Two who want one name take turns; whoever signs up with it meets the database's own rule.
  await takeTurn(tx, `name:${nameKey}`)
  if (await updateName(tx, person.id, { name, nameKey })) return name
  return refuseAt('name', accounts.name.taken, 'name_taken')
}

function refuseAt(field: string, sentence: string, reason: 'invalid' | 'name_taken' = 'invalid'): never {
  throw new RefusalError(refuse(reason, accounts.checkMarked, { [field]: sentence }))
}
