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
import type { Manifest } from '../seed/manifest'
import { giveNews } from '../seed/write-news'
import type { BenchWiki } from './run'
import { searchesOf } from './searches'

/** A request for a list: by its address, and by its loader alone. */
interface Question {
  path: string
  load: () => Promise<unknown>
}

/** The lists that grow with a wiki; each gives any number of different requests. */
export type Lists = Record<ListName, (at: number) => Question>
type ListName = 'search' | 'history' | 'diff' | 'queue' | 'recent changes' | 'bell' | 'watchlist'

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
  }
}

/** Places in a long history that should cost the same: its newest page and its oldest, neighbours there and here. */
export async function farAndNear(wiki: BenchWiki, { longHistory }: Manifest) {
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
  }
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
