import { type Tx, transaction } from '@/db/client'
import { findAliases, insertAlias } from '@/db/queries/aliases'
import { findTitleHolder } from '@/db/queries/titles'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { audit } from '@/lib/audit'
import { announce } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'
import { demandThere, lockEntry } from '@/lib/entries/lock-entry'
import { type Outcome, RefusalError, refusable, refuse } from '@/lib/errors'
import { recordEvent } from '@/lib/events/record-event'
import { messages } from '@/lib/messages/messages'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { titleKey } from './title'

/** How many other addresses a page may have. */
const MOST_ALIASES = 100

/**
 * Makes another title lead to a page. Refused at `title` when it leads somewhere already, to this page too, and when the
 * page has 100 of them.
 */
export function addAlias(
  by: AccountActor,
  { entryId, title, reason }: { entryId: number; title: string; reason: string },
  { network }: Origin,
): Promise<Outcome<{ event: number; title: string }>> {
  return refusable(() =>
    transaction(async (tx) => {
      const { actor, entry } = await lockEntry(tx, by, 'rename', entryId)
      demandThere(entry)
      if (entry.kind !== 'page') throw new RefusalError(refuse('not_found', messages().moderating.notFound))
      if ((await findAliases(tx, entryId)).length >= MOST_ALIASES)
        refuseTitle(messages().moderating.alias.tooMany(MOST_ALIASES))
      const key = titleKey(title)
      if (!(await insertAlias(tx, { key, entryId, text: title })))
        refuseTitle(await whoHolds(tx, key, entryId))
      await audit(tx, { actor, act: 'entry.alias', entryId, detail: { key }, reason })
      recordEvent(tx, { name: 'entry.alias-added', actorId: actor.id, entryId })
      await traceNetwork(tx, { accountId: actor.id, operation: 'add-alias', network })
      const event = await announce(tx, [tags.title(key), tags.entry(entryId)])
      return { ok: true as const, event, title }
    }),
  )
}

async function whoHolds(tx: Tx, key: string, entryId: number): Promise<string> {
  const texts = messages().moderating.alias
  const holder = await findTitleHolder(tx, key)
  return holder && holder.entryId !== entryId ? texts.taken(holder.title) : texts.already
}

function refuseTitle(sentence: string): never {
  throw new RefusalError(refuse('title_taken', sentence, { title: sentence }))
}
