import { findEntryNames } from '@/db/entries/titles'
import { countWatches, deleteWatch, insertWatch, noteSeenUntil, replaceFeedSalt } from '@/db/news/watches'
import { primary, type Tx } from '@/db/postgres/client'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import type { AccountActor } from '@/lib/policy/actor'
import { readScopeOf } from '@/lib/policy/policy'
import { newSecret } from '@/lib/secret'
import { requireReadableThread } from '@/lib/talk/in-thread'
import { seenUntilSchema, watchFeedSchema, watchSchema } from './watch-schema'

/** So many things an account watches at most. */
export const MOST_WATCHED = 500

/**
 * Begins or ends watching an entry, what a person says, or what is in a category, by their page, or a thread. Refused for
 * what is not there, and for more than 500 things. Doing it again changes nothing.
 */
export const changeWatch = operation({
  name: 'watch.change',
  who: 'account',
  input: watchSchema,
  audits: { nothing: 'what somebody watches is theirs alone to know' },
  run: ({ actor, commit }, { targetId, of, on }) =>
    commit(async ({ tx }) => {
      const isOn = on === 'yes'
      if (!isOn) await deleteWatch(tx, actor.id, { of, targetId })
      else {
        if (of === 'thread') await requireReadableThread(tx, actor, targetId)
        else await requireEntry(tx, actor, targetId)
        if ((await countWatches(tx, actor.id)) >= MOST_WATCHED)
          throw new RefusalError(refuse('invalid', codes().watching.tooMany(MOST_WATCHED)))
        await insertWatch(tx, actor.id, { of, targetId })
      }
      return { isOn }
    }),
})

async function requireEntry(tx: Tx, actor: AccountActor, entryId: number): Promise<void> {
  const [found] = await findEntryNames(tx, readScopeOf(actor), [entryId])
  if (!found || found.isDeleted) throw new RefusalError(refuse('not_found', codes().writing.entryNotFound))
}

/** Notes that one has seen what changed of all that one watches, until their list was made. */
export const seeWatched = operation({
  name: 'watch.see',
  who: 'account',
  input: seenUntilSchema,
  audits: { nothing: 'what somebody watches is theirs alone to know' },
  run: ({ actor, commit }, { until }) =>
    commit(async ({ tx }) => {
      await noteSeenUntil(tx, actor.id, new Date(until))
      return {}
    }),
})

/** Makes the address of one's private feed, which ends the former one; or ends the feed. */
export const changeWatchFeed = operation({
  name: 'watch.change-feed',
  who: 'account',
  input: watchFeedSchema,
  audits: { nothing: 'what somebody watches is theirs alone to know' },
  run: async ({ actor }, { feed }) => {
    await replaceFeedSalt(primary(), actor.id, feed === 'new' ? newSecret() : null)
    return {}
  },
})
