import type { Watched } from '@/db/news/schema'
import { findWatches } from '@/db/news/watches'
import { primary } from '@/db/postgres/client'
import type { AccountActor } from '@/lib/policy/actor'
import type { ReadScope } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'
import { findFeedName } from './feed-address'
import { lookUpEntries, lookUpThreads } from './look-up'
import { MOST_WATCHED } from './watching'

/** One thing that somebody watches. */
export interface WatchedLine extends Watched {
  label: string
  /** Null where it is not there any more, or closed. */
  path: string | null
  /** Its changes since they last looked, counted up to 100, and when the last was. */
  count: number
  last: Date | null
}

/** What somebody watches: first what has changed. */
export interface Watchlist {
  changed: WatchedLine[]
  others: WatchedLine[]
  /** When the list was made, in milliseconds since 1970. */
  madeAt: number
  /** The address of their private feed; null where there is none. */
  feed: string | null
}

/** What an account watches, at most 500 things, as `within` shows them. */
export async function watchlistOf(
  { id }: AccountActor,
  within: ReadScope,
  origin: string,
): Promise<Watchlist> {
  const madeAt = Date.now()
  const [rows, name] = await Promise.all([
    findWatches(primary(), id, MOST_WATCHED),
    findFeedName(primary(), id),
  ])
  const idsOf = (isThread: boolean) => [
    ...new Set(rows.flatMap(({ of, targetId }) => ((of === 'thread') === isThread ? targetId : []))),
  ]
  const [{ entry }, thread] = await Promise.all([
    lookUpEntries(within, idsOf(false)),
    lookUpThreads(within, idsOf(true)),
  ])
  const lines = rows.map((row) => ({
    ...row,
    ...(row.of === 'thread' ? thread(row.targetId) : entry(row.targetId)),
  }))
  const changed = lines.filter(({ count }) => count > 0)
  changed.sort((one, other) => (other.last?.getTime() ?? 0) - (one.last?.getTime() ?? 0))
  const feed = name === null ? null : origin + paths.watchFeed(name)
  return { changed, others: lines.filter(({ count }) => count === 0), madeAt, feed }
}
