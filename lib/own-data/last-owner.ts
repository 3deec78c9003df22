import { findWhoStays } from '@/db/own-data/deletions'
import type { Queryable } from '@/db/postgres/client'
import type { AccountActor } from '@/lib/policy/actor'
import { isOnStep } from '@/lib/policy/rank'

/** Whether nobody would own the wiki if this account went. */
export async function isLastOwner(db: Queryable, actor: AccountActor): Promise<boolean> {
  if (!isOnStep(actor, 'owner')) return false
  return (await findWhoStays(db, actor.role, 2)).every((id) => id === actor.id)
}
