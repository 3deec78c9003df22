import { type Tx, transaction } from '@/db/client'
import { setDeletion, type WholeEntry } from '@/db/queries/entries'
import { findHeads } from '@/db/queries/publishing'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { audit } from '@/lib/audit'
import { announce } from '@/lib/cache/announce'
import { RefusalError, refusable, refuse } from '@/lib/errors'
import { recordEvent } from '@/lib/events/record-event'
import { contentOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { deriveSearchRow } from '@/lib/revisions/derive'
import { followPresence } from './follow-presence'
import { lockEntry } from './lock-entry'
import { entryPath } from './paths'
import type { EntryActResult } from './protect'

/** Brings a deleted entry back with everything that was gone with it. Refused when it is not deleted. */
export function restoreEntry(
  by: AccountActor,
  { entryId, reason }: { entryId: number; reason: string },
  { network }: Origin,
): Promise<EntryActResult> {
  return refusable(() =>
    transaction(async (tx) => {
      const { actor, entry } = await lockEntry(tx, by, 'delete', entryId)
      if (!entry.deletedAt)
        throw new RefusalError(refuse('already_decided', messages().moderating.restore.already))
      await setDeletion(tx, entryId, null)
      await bringBackToSearch(tx, entry)
      await audit(tx, { actor, act: 'entry.undelete', entryId, reason })
      recordEvent(tx, { name: 'entry.restored', actorId: actor.id, entryId })
      await traceNetwork(tx, { accountId: actor.id, operation: 'undelete', network })
      const event = await announce(tx, await followPresence(tx, entry))
      return { ok: true as const, event, path: entryPath(entry) }
    }),
  )
}

async function bringBackToSearch(tx: Tx, { id, kind }: WholeEntry): Promise<void> {
  const head = (await findHeads(tx, [id])).get(id)
  if (head && kind !== 'file') await deriveSearchRow(tx, { ...contentOf(kind, head.content), id })
}
