import { findNews } from '@/db/news/news'
import { primary } from '@/db/postgres/client'
import { messages } from '@/lib/messages/messages'
import { accountOfFeed } from '@/lib/news/feed-address'
import { paths } from '@/lib/routes'
import { shorten } from '@/lib/text/shorten'
import { loadSite } from '@/lib/wiki/site'
import { atomOf } from './atom'
import { openEntries } from './items'

const MOST = 50
const LONGEST_TITLE = 120

/**
 * The private feed of this name as Atom: the last changes of what its account watches, each at its version's permanent
 * address, of entries that everybody may read now. Null where there is no such feed.
 */
export async function watchedFeed(name: string, origin: string): Promise<string | null> {
  const accountId = await accountOfFeed(primary(), name)
  if (accountId === null) return null
  const rows = await findNews(primary(), accountId, { family: 'watched', before: null, most: MOST })
  const open = new Map(
    (await openEntries([...new Set(rows.flatMap((row) => row.entryId ?? []))])).map((one) => [one.id, one]),
  )
  const items = rows.flatMap(({ entryId, revisionId, at, actor }) => {
    const entry = open.get(entryId ?? 0)
    if (!entry || revisionId === null) return []
    const url = origin + paths.revision(revisionId)
    const title = shorten(entry.label, LONGEST_TITLE)
    const text = messages().watching.changed(actor?.name ?? null)
    return [{ id: url, url, title, text, publishedAt: at, updatedAt: at, author: null }]
  })
  const { name: wiki } = await loadSite()
  const title = messages().frame.titleOf(messages().watching.title, wiki)
  const { tag: language } = messages().language
  const self = origin + paths.watchFeed(name)
  return atomOf({ title, self, home: origin + paths.watchlist(), wiki, language, items })
}
