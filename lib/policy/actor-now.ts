import { findActor } from '@/db/accounts/actors'
import type { Tx } from '@/db/postgres/client'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import type { AccountActor } from '@/lib/policy/actor'

/**
 * An account as it stands inside this transaction, which is where things are decided: whoever was demoted or blocked a
 * moment ago decides nothing. Throws a `RefusalError` when there is no such account.
 */
export async function actorNow(tx: Tx, id: number): Promise<AccountActor> {
  const actor = await findActor(tx, id)
  if (!actor) throw new RefusalError(refuse('not_signed_in', codes().accounts.refused.notSignedIn))
  return actor
}
