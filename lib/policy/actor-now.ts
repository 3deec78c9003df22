import { findActor } from '@/db/accounts/actors'
import type { Tx } from '@/db/postgres/client'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import type { AccountActor } from '@/lib/policy/actor'

/**
 * An account as of this transaction, which is where decisions are made: an account that was just demoted or blocked
 * decides nothing. Throws a `RefusalError` when there is no such account.
 */
export async function actorNow(tx: Tx, id: number): Promise<AccountActor> {
  const actor = await findActor(tx, id)
  if (!actor) throw new RefusalError(refuse('not_signed_in', codes().accounts.refused.notSignedIn))
  return actor
}
