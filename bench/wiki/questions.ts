import postgres from 'postgres'
import { primary } from '@/db/postgres/client'
import { countQueue, findQueue } from '@/db/review/review'
import { MOST_COUNTED } from '@/lib/messages/most-counted'
import { listNews } from '@/lib/news/list'
import { watchlistOf } from '@/lib/news/watchlist'
import type { AccountActor } from '@/lib/policy/actor'
import { writersScope } from '@/lib/policy/policy'
import { loadComparison, loadPageHistory } from '@/lib/revisions/loaders'
import { loadRecent } from '@/lib/revisions/recent'
import { searchFor } from '@/lib/search/loaders'
import { linesOf } from '@/lib/submissions/listing'
import { loadPageTalk } from '@/lib/talk/loaders'
import { loadThread } from '@/lib/talk/thread-loader'
import type { Manifest } from '../seed/manifest'
import { giveNews } from '../seed/write-news'
import type { TalkManifest } from '../seed/write-talk'
import type { BenchWiki } from './run'
import { searchesOf } from './searches'

/** A request for a list: by its address, and by its loader alone. */
interface Question {
  path: string
  load: () => Promise<unknown>
}

/** The lists that grow with a wiki; each gives any number of different requests. Without talk there are none of it. */
export type Lists = Partial<Record<ListName, (at: number) => Question>>
type ListName =
  | ('search' | 'history' | 'diff' | 'queue' | 'recent changes' | 'bell' | 'watchlist')
  | ('talk' | 'open threads of one page' | 'thread')

const ON_A_PAGE = 50

/** The requests for a generated wiki, by somebody who is given half of all news. */
export async function listsOf(wiki: BenchWiki, manifest: Manifest, reader: AccountActor): Promise<Lists> {
  const events = await newsFor(wiki, reader)
  const { longHistory, allRevisions, words } = manifest
  const revisions = await revisionsOf(wiki, longHistory.id)
  const waiting = await idsOf(wiki, "select id from submission where state = 'waiting' order by id")
  const searched = searchesOf(words)
  const title = longHistory.historyPath.slice('/history/'.length)
  return {
    search: (at) => {
      const q = searched(at)
      return { path: `/search?q=${encodeURIComponent(q)}`, load: () => searchFor({ q: q }) }
    },
    history: (at) => historyQuestion(title, 2 + spread(at, revisions.length)),
    diff: (at) => diffQuestion(revisions, spread(at, revisions.length), spread(at * 3 + 1, revisions.length)),
    queue: (at) => {
      const after = waiting[spread(at, waiting.length)] ?? 0
      const load = async () => {
        const view = { of: null, after }
        const [, rows] = await Promise.all([
          countQueue(primary(), null, MOST_COUNTED),
          findQueue(primary(), { ...view, most: ON_A_PAGE + 1 }),
        ])
        return linesOf(primary(), writersScope, rows)
      }
      return { path: `/review?after=${after}`, load }
    },
    'recent changes': (at) => {
      const before = String(ON_A_PAGE + 1 + spread(at, allRevisions))
      return { path: `/recent?before=${before}`, load: () => loadRecent(before) }
    },
    bell: (at) => {
      const before = 2 + spread(at, events)
      const load = () => listNews(reader, writersScope, { family: null, before })
      return { path: `/news?before=${before}`, load }
    },
    watchlist: () => ({ path: '/watchlist', load: () => watchlistOf(reader, writersScope, wiki.address) }),
    ...(manifest.talk && (await talkOf(wiki, manifest, manifest.talk))),
  }
}

const SHOWN = [undefined, 'open', 'settled'] as const

/** Threads about what everybody may read. */
const READABLE = `select thread.id from thread join entry on entry.id = thread.entry_id
  where deleted_at is null and gate_kind = 'none'
    and not exists (select from fact_facet where fact_facet.entry_id = entry.id and is_private_life) order by thread.id`

/** Talk of any page, of the one with most threads from any place on, and any thread. */
async function talkOf(wiki: BenchWiki, { samples, longHistory }: Manifest, { busiest }: TalkManifest) {
  const open = await idsOf(wiki, `select id from thread where entry_id = ${busiest} and is_open order by id`)
  const readable = await idsOf(wiki, READABLE)
  const talkAt = (path: string, show: string | undefined, after: number | null): Question => {
    const title = path.slice('/wiki/'.length)
    const query = new URLSearchParams({ ...(after && { after: String(after) }), ...(show && { show }) })
    const load = () => loadPageTalk(title, after === null ? undefined : String(after), show)
    return { path: `/talk/${title}${query.size > 0 ? `?${query}` : ''}`, load }
  }
  return {
    talk: (at: number) => {
      const { path } = samples.page[at % samples.page.length] ?? longHistory
      return talkAt(path, SHOWN[Math.floor(at / samples.page.length) % SHOWN.length], null)
    },
    'open threads of one page': (at: number) =>
      talkAt(longHistory.path, 'open', open[spread(at, open.length)] ?? 1),
    thread: (at: number) => {
      const id = readable[spread(at, readable.length)] ?? 1
      return { path: `/threads/${id}`, load: () => loadThread(String(id), undefined) }
    },
  }
}

/** Places in a long history that should cost the same: its newest page and its oldest, neighbours there and here; and in talk. */
export async function farAndNear(wiki: BenchWiki, { longHistory, talk }: Manifest) {
  const revisions = await revisionsOf(wiki, longHistory.id)
  const title = longHistory.historyPath.slice('/history/'.length)
  const last = revisions.length
  return {
    history: {
      near: (at: number) => historyQuestion(title, last - at),
      far: (at: number) => historyQuestion(title, ON_A_PAGE + 2 + at),
    },
    diff: {
      near: (at: number) => diffQuestion(revisions, last - 2 - at, last - 1 - at),
      far: (at: number) => diffQuestion(revisions, at + 1, at + 2),
    },
    ...(talk && { 'the longest thread': partsOf(talk.longest) }),
  }
}

const ON_A_PART = 50

/** The first parts of a thread and its last ones. */
function partsOf({ id, comments }: TalkManifest['longest']) {
  const part = (at: number): Question => {
    const from = at === 0 ? undefined : String(1 + at * ON_A_PART)
    return { path: `/threads/${id}${from ? `?from=${from}` : ''}`, load: () => loadThread(String(id), from) }
  }
  const last = Math.ceil(comments / ON_A_PART) - 1
  return { near: (at: number) => part(Math.max(0, last - at)), far: part }
}

function historyQuestion(title: string, before: number): Question {
  return {
    path: `/history/${title}?before=${before}`,
    load: () => loadPageHistory(title, String(before)),
  }
}

function diffQuestion(revisions: readonly number[], one: number, other: number): Question {
  const [a, b] = [revisions[Math.min(one, other)], revisions[Math.max(one, other)]]
  return { path: `/diff/${a}/${b}`, load: () => loadComparison(String(a), String(b)) }
}

/** The ids of an entry's revisions, oldest first. */
const revisionsOf = (wiki: BenchWiki, entryId: number) =>
  idsOf(wiki, `select id from revision where entry_id = ${entryId} order by number`)

const idsOf = (wiki: BenchWiki, statement: string): Promise<number[]> =>
  withClient(wiki, async (sql) => {
    const rows = await sql.unsafe<{ id: string }[]>(statement)
    return rows.map(({ id }) => Number(id))
  })

/** Gives somebody a notification of every second edit, and the id of the last event. */
const newsFor = (wiki: BenchWiki, { id }: AccountActor): Promise<number> =>
  withClient(wiki, async (sql) => {
    await giveNews(sql, id, 2)
    const [last] = await sql<{ id: string }[]>`select max(id) as id from event`
    return Number(last?.id ?? 1)
  })

async function withClient<T>({ env }: BenchWiki, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(env.DATABASE_URL, { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}

/** Numbers spread over `0 … most - 1`, a different one for each number below `most`. */
const spread = (at: number, most: number) => (at * 7_919) % most
