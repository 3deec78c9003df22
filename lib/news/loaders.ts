import { notFound } from 'next/navigation'
import { findEntryNames } from '@/db/entries/titles'
import { markTopicsRead } from '@/db/news/news'
import type { Watched } from '@/db/news/schema'
import { findWatchesOf, findWaysToWatch, isWatching } from '@/db/news/watches'
import { primary } from '@/db/postgres/client'
import { requireAccount } from '@/lib/accounts/loaders'
import { called, isUntold } from '@/lib/entries/called'
import { entryPath } from '@/lib/entries/paths'
import type { AddressText, Asking } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { kindOf } from '@/lib/kinds/registry'
import { SPEAKER } from '@/lib/kinds/relation-fields'
import { readerScope } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'
import { currentActor } from '@/lib/sessions/session'
import { loadOrigin } from '@/lib/sharing/loaders'
import { findLine, listNews, type NewsList } from './list'
import { lookUpThreads } from './look-up'
import { newsViewOf } from './view'
import { type Watchlist, watchlistOf } from './watchlist'

/** One's own news; a visitor signs in first. */
export async function loadNews(query: Asking<'of' | 'before'>): Promise<NewsList> {
  const view = newsViewOf(query)
  const actor = await requireAccount(paths.news({ of: view.family, before: view.before }))
  return listNews(actor, await readerScope(), view)
}

/**
 * Where a line of one's own news leads; it is read from then on, unless the browser only looks ahead. Not found where it
 * is nobody's or another's.
 */
export async function openNewsLine(id: AddressText, isLookingAhead: boolean): Promise<string> {
  const eventId = numberOfAddress(id) ?? notFound()
  const actor = await currentActor()
  if (actor.kind === 'visitor') return paths.signIn({ next: paths.openNews(eventId) })
  const line = (await findLine(actor, await readerScope(), eventId)) ?? notFound()
  if (!isLookingAhead) await markTopicsRead(primary(), actor.id, [line.topic], eventId)
  return line.path ?? paths.news()
}

/** A page of one's own watchlist; a visitor signs in first. */
export async function loadWatchlist({ after }: Asking<'after'>): Promise<Watchlist> {
  const actor = await requireAccount(paths.watchlist())
  return watchlistOf(actor, await readerScope(), await loadOrigin(), after)
}

/** Something that can be watched, in which ways, and in which of them one does. */
export interface WatchPage {
  /** Its own address. */
  self: string
  label: string
  isTitled: boolean
  /** The address of what can be watched; null where that is closed. */
  path: string | null
  ways: (Watched & { isOn: boolean })[]
}

/** The page for watching entry `id`; not found where it is not there. */
export async function loadWatchPage(id: AddressText): Promise<WatchPage> {
  const entryId = numberOfAddress(id) ?? notFound()
  const actor = await requireAccount(paths.watchEntry(entryId))
  const [[found], ways, mine] = await Promise.all([
    findEntryNames(primary(), await readerScope(), [entryId]),
    findWaysToWatch(primary(), entryId, SPEAKER),
    findWatchesOf(primary(), actor.id, entryId),
  ])
  if (!found || found.isDeleted) notFound()
  const label = called(found)
  const path = isUntold(found) || found.label === null ? null : entryPath({ ...found, label })
  const { isTitled } = kindOf(found.kind)
  const told = ways.map((of) => ({ of, targetId: entryId, isOn: mine.includes(of) }))
  return { self: paths.watchEntry(entryId), label, isTitled, path, ways: told }
}

/** The page for watching thread `id`; not found where it is not there. */
export async function loadWatchThread(id: AddressText): Promise<WatchPage> {
  const threadId = numberOfAddress(id) ?? notFound()
  const self = paths.watchThread(threadId)
  const actor = await requireAccount(self)
  const thread = await lookUpThreads(await readerScope(), [threadId])
  const { label, path } = thread(threadId)
  if (path === null) notFound()
  const watched = { of: 'thread' as const, targetId: threadId }
  const isOn = await isWatching(primary(), actor.id, watched)
  return { self, label, isTitled: true, path, ways: [{ ...watched, isOn }] }
}
