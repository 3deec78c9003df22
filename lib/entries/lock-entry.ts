import { findWholeEntry, type WholeEntry } from '@/db/entries/entries'
import type { Tx } from '@/db/postgres/client'
import { lockEntries } from '@/db/publishing/publishing'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import type { AccountActor } from '@/lib/policy/actor'
import { actorNow } from '@/lib/policy/actor-now'
import { authorize } from '@/lib/policy/policy'

/** An action on an entry as a whole. */
type EntryAct = 'protect' | 'delete' | 'rename' | 'withhold' | 'suppress'

/**
 * Locks an entry and reads it and the actor again, so that the decision uses the current state. Throws a `RefusalError`
 * when the actor may not do this, or there is no such entry.
 */
export async function lockEntry(
  tx: Tx,
  by: AccountActor,
  ability: EntryAct,
  entryId: number,
): Promise<{ actor: AccountActor; entry: WholeEntry }> {
  authorize(by, ability)
  await lockEntries(tx, [entryId])
  const actor = await actorNow(tx, by.id)
  authorize(actor, ability)
  const entry = await findWholeEntry(tx, entryId)
  if (!entry) throw new RefusalError(refuse('not_found', codes().moderating.notFound))
  return { actor, entry }
}

/** Throws a `RefusalError` for a deleted entry: it has to be restored first. */
export function requireNotDeleted(entry: WholeEntry): void {
  if (entry.deletedAt) throw new RefusalError(refuse('already_decided', codes().moderating.isDeleted))
}
