import { lockAccount } from '@/db/accounts/blocks'
import type { Tx } from '@/db/postgres/client'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import type { AccountActor } from '@/lib/policy/actor'
import { actorNow } from '@/lib/policy/actor-now'
import { authorize } from '@/lib/policy/policy'

/**
 * Locks an account, reads the actor again, and checks that the actor may do this to the account. Who may do it to
 * nobody is refused before the account is looked up. Throws a `RefusalError`.
 */
export async function lockPerson(
  tx: Tx,
  by: AccountActor,
  act: 'block' | 'setRole' | 'renameAccount',
  accountId: number,
) {
  const isOwn = accountId === by.id
  if (!isOwn) authorize(by, act)
  const person = await lockAccount(tx, accountId)
  const actor = await actorNow(tx, by.id)
  if (!isOwn) authorize(actor, act)
  if (!person) throw new RefusalError(refuse('not_found', codes().accounts.refused.notFound))
  authorize(actor, act, person)
  return { actor, person }
}
