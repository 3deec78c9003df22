import { transaction } from '@/db/client'
import { setProtection } from '@/db/queries/entries'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { audit } from '@/lib/audit'
import { announce } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'
import { type Outcome, RefusalError, refusable, refuse } from '@/lib/errors'
import { recordEvent } from '@/lib/events/record-event'
import { messages } from '@/lib/messages/messages'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import type { Protection } from '@/lib/policy/subject'
import { demandThere, lockEntry } from './lock-entry'
import { entryPath } from './paths'
import { standingProtection } from './protection'

/** What an act upon an entry gives: the cache event, and where the entry is read. */
export type EntryActResult = Outcome<{ event: number; path: string }>

/**
 * Lets only some people change an entry at once, until `until` or until it is lifted; everybody reads why. Refused when
 * it is protected just so already, and for a deleted entry.
 */
export function protect(
  by: AccountActor,
  wanted: { entryId: number; level: Exclude<Protection, 'open'>; until: Date | null; reason: string },
  { network }: Origin,
): Promise<EntryActResult> {
  return refusable(() =>
    transaction(async (tx) => {
      const { entryId, level, until, reason } = wanted
      const { actor, entry } = await lockEntry(tx, by, 'protect', entryId)
      demandThere(entry)
      const standing = standingProtection(entry)
      if (standing?.level === level && standing.until?.getTime() === until?.getTime())
        throw new RefusalError(refuse('no_change', messages().moderating.protect.already))
      await setProtection(tx, entryId, { level, until, reason })
      await audit(tx, { actor, act: 'entry.protect', entryId, detail: { level, until }, reason })
      recordEvent(tx, { name: 'entry.protected', actorId: actor.id, entryId })
      await traceNetwork(tx, { accountId: actor.id, operation: 'protect', network })
      const event = await announce(tx, [tags.entry(entryId)])
      return { ok: true as const, event, path: entryPath(entry) }
    }),
  )
}
