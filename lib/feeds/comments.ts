import { reads } from '@/db/postgres/client'
import { findAccountNames } from '@/db/talk/comments'
import { findFeedComments } from '@/db/talk/feed-comments'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { readerScope } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'
import { calledThread } from '@/lib/talk/gate'
import { plainWords } from '@/lib/talk/words'
import { shorten } from '@/lib/text/shorten'
import type { FeedItem } from './feed'
import { openEntries } from './items'

const LONGEST_TITLE = 120

/**
 * Comments as items in the order of `ids`, each at its permanent address. Those that are held, withheld or closed, and those about
 * entries that not everybody may read, are left out.
 */
export async function itemsOfComments(ids: readonly number[], origin: string): Promise<FeedItem[]> {
  if (ids.length === 0) return []
  const rows = await findFeedComments(reads(), await readerScope(), ids)
  const about = await openEntries([...new Set(rows.flatMap(({ entryId }) => entryId ?? []))])
  const open = new Set(about.map(({ id }) => id))
  const shown = rows.filter(({ entryId }) => open.has(entryId ?? 0))
  const people = await findAccountNames(reads(), [...new Set(shown.flatMap(({ mentions }) => mentions))])
  recordDependency(...[...people.keys(), ...shown.map(({ authorId }) => authorId)].map(tags.account))
  const items = new Map(
    shown.map((row) => {
      const address = origin + paths.comment(row.id)
      const item = {
        id: address,
        url: address,
        title: shorten(calledThread(row), LONGEST_TITLE),
        text: plainWords(row.words ?? '', row.mentions, people),
        publishedAt: row.createdAt,
        updatedAt: row.editedAt ?? row.createdAt,
        author: row.authorName,
      }
      return [row.id, item]
    }),
  )
  return ids.flatMap((id) => items.get(id) ?? [])
}
