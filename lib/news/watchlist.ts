import { type Watched, watchables } from '@/db/news/schema'
import { findWatches } from '@/db/news/watches'
import { primary } from '@/db/postgres/client'
import type { Parameter } from '@/lib/input/address'
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

/** A page of what somebody watches: first what has changed. */
export interface Watchlist {
  changed: WatchedLine[]
  others: WatchedLine[]
  /** When the list was made, in milliseconds since 1970; null where more of what has changed follows. */
  seenUntil: number | null
  isFirst: boolean
  /** The `after` of the next page; null at the end. */
  next: string | null
  /** The address of their private feed; null where there is none. */
  feed: string | null
}

const ON_A_PAGE = 50

/** What an account watches, at most 500 things, a page of them as `within` shows them. */
export async function watchlistOf(
  { id }: AccountActor,
  within: ReadScope,
  origin: string,
  after: Parameter = null,
): Promise<Watchlist> {
  const start = placeIn(after)
  const madeAt = start?.[0] ?? Date.now()
  const [rows, name] = await Promise.all([
    findWatches(primary(), id, MOST_WATCHED),
    findFeedName(primary(), id),
  ])
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }))
  const ordered = keyed.toSorted((one, other) => compare(other.key, one.key))
  const following = ordered.filter(({ key }) => start === null || compare(key, start.slice(1)) < 0)
  const here = following.slice(0, ON_A_PAGE)
  const last = following.length > ON_A_PAGE ? here.at(-1) : undefined
  const lines = await namedAs(
    within,
    here.map(({ row }) => row),
  )
  const isMoreChanged = (following[ON_A_PAGE]?.row.count ?? 0) > 0
  return {
    changed: lines.filter(({ count }) => count > 0),
    others: lines.filter(({ count }) => count === 0),
    seenUntil: isMoreChanged ? null : madeAt,
    isFirst: start === null,
    next: last ? [madeAt, ...last.key].join('-') : null,
    feed: name === null ? null : origin + paths.watchFeed(name),
  }
}

type Row = Awaited<ReturnType<typeof findWatches>>[number]

/** The place of something in the list: what changed last comes first, then what one began to watch last. */
const keyOf = ({ last, since, targetId, of }: Row) => [
  last?.getTime() ?? 0,
  since.getTime(),
  targetId,
  watchables.indexOf(of),
]

/** When the list was made of which the address asks for a further page, and the place after which that begins. */
const placeIn = (after: Parameter): number[] | null =>
  after && /^\d{1,15}(-\d{1,15}){4}$/.test(after) ? after.split('-').map(Number) : null

function compare(one: readonly number[], other: readonly number[]): number {
  const place = one.findIndex((part, at) => part !== other[at])
  return place === -1 ? 0 : (one[place] ?? 0) - (other[place] ?? 0)
}

async function namedAs(within: ReadScope, rows: readonly Row[]): Promise<WatchedLine[]> {
  const idsOf = (isThread: boolean) => [
    ...new Set(rows.flatMap(({ of, targetId }) => ((of === 'thread') === isThread ? targetId : []))),
  ]
  const [{ entry }, thread] = await Promise.all([
    lookUpEntries(within, idsOf(false)),
    lookUpThreads(within, idsOf(true)),
  ])
  return rows.map(({ of, targetId, count, last }) => ({
    ...{ of, targetId, count, last },
    ...(of === 'thread' ? thread(targetId) : entry(targetId)),
  }))
}
