import { findFactsOfStanding, findNewestFacts } from '@/db/facts/facts'
import { type FeedEntry, findNewestAbout, findNewestCiting, findNewestNaming } from '@/db/feeds/feeds'
import { reads } from '@/db/postgres/client'
import { findEntryId } from '@/db/revisions/revisions'
import { findNewestComments } from '@/db/talk/feed-comments'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { entryPath, talkPath } from '@/lib/entries/paths'
import { type ContentKind, contentKinds, kindOf } from '@/lib/kinds/registry'
import { SPEAKER } from '@/lib/kinds/relation-fields'
import { messages } from '@/lib/messages/messages'
import { readerScope } from '@/lib/places/loaders'
import { loadNumberedHistory } from '@/lib/revisions/loaders'
import { loadRecent, queryOf, type RecentView, titleOfView } from '@/lib/revisions/recent'
import { paths } from '@/lib/routes'
import { itemsOfComments } from './comments'
import type { Feed } from './feed'
import { itemsOfDisagreement, itemsOfEdits, itemsOfEntries, newest, openEntries } from './items'

/** So many items a feed has at most. */
const MOST = 50

/** What a feed tells of, with the path of the page that shows it. */
export type Told = Pick<Feed, 'title' | 'items'> & { path: string }

/** What is told of the whole wiki. */
export const ofTheWiki: Record<
  'recent' | 'facts' | 'disagreeing' | 'talk',
  (origin: string, view: RecentView) => Promise<Told>
> = {
  async recent(origin, view) {
    const { lines } = await loadRecent(null, view)
    return {
      title: titleOfView(view),
      path: paths.recent(queryOf(view)),
      items: await itemsOfEdits(lines.slice(0, MOST), origin),
    }
  },
  async facts(origin) {
    recordDependency(tags.recent, tags.standings)
    const ids = (await findNewestFacts(reads(), await readerScope(), null, MOST)).map(({ id }) => id)
    const { newFacts } = messages().sharing.feeds
    return { title: newFacts, path: paths.facts(), items: await itemsOfEntries(ids, origin) }
  },
  async disagreeing(origin) {
    recordDependency(tags.recent, tags.standings)
    const found = await findFactsOfStanding(reads(), await readerScope(), 'disputed', null, MOST)
    const items = await itemsOfDisagreement(
      found.map(({ id }) => id),
      origin,
    )
    return {
      title: messages().sharing.feeds.disagreeing,
      path: paths.facts({ standing: 'disputed' }),
      items,
    }
  },
  async talk(origin) {
    recordDependency(tags.allTalk)
    const ids = await findNewestComments(reads(), null, MOST)
    const items = newest(MOST, await itemsOfComments(ids, origin))
    return { title: messages().talk.feed.ofAll, path: paths.recent(), items }
  },
}

/** What is told of one entry: its edits, and what is newly about it or cites it. */
async function ofEntry(kind: ContentKind, number: number, origin: string): Promise<Told | null> {
  const head = await headOf(kind, number)
  if (!head) return null
  recordDependency(tags.factsAbout(head.id), tags.restsOn(head.id))
  const [at, about, citing] = await Promise.all([
    loadNumberedHistory(kind, String(number), null),
    findNewestAbout(reads(), head.id, MOST),
    findNewestCiting(reads(), await readerScope(), head.id, MOST),
  ])
  const edits = at.state === 'found' ? at.history.lines.slice(0, MOST) : []
  const items = newest(
    MOST,
    await itemsOfEdits(edits, origin),
    await itemsOfEntries([...new Set([...about, ...citing])], origin),
  )
  return { title: messages().sharing.feeds.ofEntry(called(head)), path: entryPath(head), items }
}

/** What is said about an entry, by its id. */
async function ofTalk(entryId: number, origin: string): Promise<Told | null> {
  const [about] = await openEntries([entryId])
  if (!about) return null
  recordDependency(tags.talk(entryId))
  const ids = await findNewestComments(reads(), entryId, MOST)
  const items = newest(MOST, await itemsOfComments(ids, origin))
  return { title: messages().talk.title(called(about)), path: talkPath(about), items }
}

/** What is told of a speaker, by the number of their page: the facts that they said. */
async function ofSpeaker(number: number, origin: string): Promise<Told | null> {
  const titled = contentKinds.find((kind) => kindOf(kind).isTitled)
  const page = titled && (await headOf(titled, number))
  if (!page) return null
  recordDependency(tags.namedIn(page.id))
  const said = await findNewestNaming(reads(), page.id, SPEAKER, MOST)
  const title = messages().sharing.feeds.ofSpeaker(page.label)
  return { title, path: entryPath(page), items: await itemsOfEntries(said, origin) }
}

/**
 * What is told of one entry, as `subject` says: the word for its kind, or `speaker`, by the number in its address, or `talk`,
 * by its id. Null where not everybody may read that entry.
 */
export async function ofOne(subject: string, number: number, origin: string): Promise<Told | null> {
  if (subject === 'speaker') return ofSpeaker(number, origin)
  if (subject === 'talk') return ofTalk(number, origin)
  const kind = contentKinds.find((one) => one === subject)
  return kind ? ofEntry(kind, number, origin) : null
}

/** The entry, when everybody may read it. */
async function headOf(kind: ContentKind, number: number): Promise<FeedEntry | null> {
  const id = await findEntryId(reads(), kind, number)
  if (id === null) recordDependency(tags.recent)
  return id === null ? null : ((await openEntries([id]))[0] ?? null)
}

/** An entry in a feed's title: by its number, where it has a text of its own that may be long. */
const called = ({ kind, number, label }: FeedEntry) => kindOf(kind).texts().numbered(number) || label
