import { findNews, type NewsRow } from '@/db/news/news'
import { primary } from '@/db/postgres/client'
import { messages } from '@/lib/messages/messages'
import { accountOfFeed } from '@/lib/news/feed-address'
import { paths } from '@/lib/routes'
import { shorten } from '@/lib/text/shorten'
import { loadSite } from '@/lib/wiki/site'
import { atomOf } from './atom'
import { itemsOfComments } from './comments'
import type { FeedItem } from './feed'
import { newest, openEntries } from './items'

const MOST = 50
const LONGEST_TITLE = 120

/**
 * The private feed of this name as Atom: the last changes and comments in what its account watches, each at its permanent
 * address, as far as everybody may read them now. Null where there is no such feed.
 */
export async function watchedFeed(name: string, origin: string): Promise<string | null> {
  const accountId = await accountOfFeed(primary(), name)
  if (accountId === null) return null
  const rows = await findNews(primary(), accountId, { family: 'watched', before: null, most: MOST })
  const comments = await itemsOfComments([...new Set(rows.flatMap((row) => row.commentId ?? []))], origin)
  const items = newest(MOST, await itemsOfChanges(rows, origin), comments)
  const { name: wiki } = await loadSite()
  const title = messages().frame.titleOf(messages().watching.title, wiki)
  const { tag: language } = messages().language
  const self = origin + paths.watchFeed(name)
  return atomOf({ title, self, home: origin + paths.watchlist(), wiki, language, items })
}

async function itemsOfChanges(rows: readonly NewsRow[], origin: string): Promise<FeedItem[]> {
  const entries = await openEntries([...new Set(rows.flatMap((row) => row.entryId ?? []))])
  const open = new Map(entries.map((one) => [one.id, one]))
  return rows.flatMap(({ entryId, revisionId, at, actor }) => {
    const entry = open.get(entryId ?? 0)
    if (!entry || revisionId === null) return []
    const url = origin + paths.revision(revisionId)
    const title = shorten(entry.label, LONGEST_TITLE)
    const text = messages().watching.changed(actor?.name ?? null)
    return [{ id: url, url, title, text, publishedAt: at, updatedAt: at, author: null }]
  })
}
