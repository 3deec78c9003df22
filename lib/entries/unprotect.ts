import { transaction } from '@/db/client'
import { setProtection } from '@/db/queries/entries'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { audit } from '@/lib/audit'
import { announce } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'
import { RefusalError, refusable, refuse } from '@/lib/errors'
import { recordEvent } from '@/lib/events/record-event'
import { messages } from '@/lib/messages/messages'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { demandThere, lockEntry } from './lock-entry'
import { entryPath } from './paths'
import type { EntryActResult } from './protect'
import { standingProtection } from './protection'

/** Lifts the protection of an entry. Refused when none stands, and for a deleted entry. */
export function unprotect(
  by: AccountActor,
  { entryId, reason }: { entryId: number; reason: string },
  { network }: Origin,
): Promise<EntryActResult> {
  return refusable(() =>
    transaction(async (tx) => {
      const { actor, entry } = await lockEntry(tx, by, 'protect', entryId)
      demandThere(entry)
      if (!standingProtection(entry))
        throw new RefusalError(refuse('already_decided', messages().moderating.unprotect.none))
      await setProtection(tx, entryId, { level: 'open', until: null, reason: null })
      await audit(tx, { actor, act: 'entry.unprotect', entryId, reason })
      recordEvent(tx, { name: 'entry.unprotected', actorId: actor.id, entryId })
      await traceNetwork(tx, { accountId: actor.id, operation: 'unprotect', network })
      const event = await announce(tx, [tags.entry(entryId)])
      return { ok: true as const, event, path: entryPath(entry) }
    }),
  )
}
