import { transaction } from '@/db/client'
import { deleteAlias } from '@/db/queries/aliases'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { audit } from '@/lib/audit'
import { announce } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'
import { lockEntry } from '@/lib/entries/lock-entry'
import { type Outcome, RefusalError, refusable, refuse } from '@/lib/errors'
import { recordEvent } from '@/lib/events/record-event'
import { messages } from '@/lib/messages/messages'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { titleKey } from './title'

/**
 * Takes another title away from a page: it leads nowhere from then on, and is free. Refused for the title that the page
 * is read under, and when the page has no such address (any more).
 */
export function removeAlias(
  by: AccountActor,
  { entryId, alias, reason }: { entryId: number; alias: string; reason: string },
  { network }: Origin,
): Promise<Outcome<{ event: number }>> {
  return refusable(() =>
    transaction(async (tx) => {
      const { actor } = await lockEntry(tx, by, 'rename', entryId)
      const key = titleKey(alias)
      if (!(await deleteAlias(tx, entryId, key)))
        throw new RefusalError(refuse('already_decided', messages().moderating.alias.gone))
      await audit(tx, { actor, act: 'entry.unalias', entryId, detail: { key }, reason })
      recordEvent(tx, { name: 'entry.alias-removed', actorId: actor.id, entryId })
      await traceNetwork(tx, { accountId: actor.id, operation: 'remove-alias', network })
      const event = await announce(tx, [tags.title(key), tags.entry(entryId)], { isWithholding: true })
      return { ok: true as const, event }
    }),
  )
}
