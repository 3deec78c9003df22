import { transaction } from '@/db/client'
import { removeSearchRow } from '@/db/queries/derived'
import { setDeletion } from '@/db/queries/entries'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { audit } from '@/lib/audit'
import { announce } from '@/lib/cache/announce'
import { RefusalError, refusable, refuse } from '@/lib/errors'
import { recordEvent } from '@/lib/events/record-event'
import { messages } from '@/lib/messages/messages'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { followPresence } from './follow-presence'
import { lockEntry } from './lock-entry'
import { entryPath } from './paths'
import type { EntryActResult } from './protect'

/**
 * Deletes an entry: its address says when and why, and it is gone from lists, search, cards and citations, with the
 * standings that rested on it. Title, links and revisions stay, so that `restoreEntry` brings all of it back. Refused
 * when it is deleted already.
 */
export function deleteEntry(
  by: AccountActor,
  { entryId, reason }: { entryId: number; reason: string },
  { network }: Origin,
): Promise<EntryActResult> {
  return refusable(() =>
    transaction(async (tx) => {
      const { actor, entry } = await lockEntry(tx, by, 'delete', entryId)
      if (entry.deletedAt)
        throw new RefusalError(refuse('already_decided', messages().moderating.delete.already))
      await setDeletion(tx, entryId, { byId: actor.id, reason })
      await removeSearchRow(tx, entryId)
      await audit(tx, { actor, act: 'entry.delete', entryId, reason })
      recordEvent(tx, { name: 'entry.deleted', actorId: actor.id, entryId })
      await traceNetwork(tx, { accountId: actor.id, operation: 'delete', network })
      const event = await announce(tx, await followPresence(tx, entry), { isWithholding: true })
      return { ok: true as const, event, path: entryPath(entry) }
    }),
  )
}
