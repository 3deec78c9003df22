import { type FeedEntry, findFeedEntries } from '@/db/feeds/feeds'
import { reads } from '@/db/postgres/client'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { entryPath } from '@/lib/entries/paths'
import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import { readerScope } from '@/lib/places/loaders'
import type { RevisionLine } from '@/lib/revisions/line'
import { paths } from '@/lib/routes'
import { shorten } from '@/lib/text/shorten'
import type { FeedItem } from './feed'

const LONGEST_TITLE = 120

/** Facts and pages as items, in the order of `ids`; those that not everybody may read are left out. */
export async function itemsOfEntries(ids: number[], origin: string): Promise<FeedItem[]> {
  const entries = await openEntries(ids)
  return entries.map((entry) => itemOf(entry, origin))
}

/** The same of facts on which sources disagree: each time that this was found is an item. */
export async function itemsOfDisagreement(ids: number[], origin: string): Promise<FeedItem[]> {
  const entries = await openEntries(ids)
  return entries.map((entry) => {
    const item = itemOf(entry, origin)
    const at = entry.settledAt ?? entry.changedAt
    return { ...item, id: `${item.id}#disagree-${entry.settled}`, publishedAt: at, updatedAt: at }
  })
}

/** These entries in the order of `ids`, without those that not everybody may read. */
export async function openEntries(ids: number[]): Promise<FeedEntry[]> {
  recordDependency(...ids.map(tags.entry))
  const found = new Map(
    (await findFeedEntries(reads(), await readerScope(), ids)).map((one) => [one.id, one]),
  )
  return ids.flatMap((id) => found.get(id) ?? [])
}

function itemOf(entry: FeedEntry, origin: string): FeedItem {
  const { facts } = messages()
  const address = origin + entryPath(entry)
  const standing = entry.standing ?? 'unsourced'
  return {
    id: address,
    url: address,
    title: shorten(entry.label, LONGEST_TITLE),
    text: kindOf(entry.kind).hasStanding
      ? `${entry.label}\n${facts.standing[standing]}: ${facts.standingMeans[standing]}`
      : entry.label,
    publishedAt: entry.createdAt,
    updatedAt: entry.changedAt,
    author: null,
  }
}

/**
 * Edits as items, each at its version's permanent address. Those of entries that not everybody may read, and those whose
 * text is withheld, are left out: a summary would tell of it.
 */
export async function itemsOfEdits(lines: readonly RevisionLine[], origin: string): Promise<FeedItem[]> {
  const { history } = messages()
  const open = new Set(
    (await openEntries([...new Set(lines.map(({ entry }) => entry.id))])).map(({ id }) => id),
  )
  const told = lines.filter(({ entry, words, isClosed }) => open.has(entry.id) && words !== null && !isClosed)
  return told.map((line) => {
    const address = origin + paths.revision(line.id)
    return {
      id: address,
      url: address,
      title: shorten(line.entry.label, LONGEST_TITLE),
      text: line.summary === null ? history.hiddenSummary : line.summary || history.noSummary,
      publishedAt: line.at,
      updatedAt: line.at,
      author: line.author.by === 'hidden' ? null : line.author.name,
    }
  })
}

/** The newest of several lists, newest first, at most `most`. */
export const newest = (most: number, ...lists: FeedItem[][]): FeedItem[] =>
  lists
    .flat()
    .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
    .slice(0, most)
