import postgres from 'postgres'
import { primary } from '@/db/postgres/client'
import { countQueue, findQueue } from '@/db/review/review'
import { MOST_COUNTED } from '@/lib/messages/most-counted'
import { writersScope } from '@/lib/policy/policy'
import { loadComparison, loadPageHistory } from '@/lib/revisions/loaders'
import { loadRecent } from '@/lib/revisions/recent'
import { searchFor } from '@/lib/search/loaders'
import { linesOf } from '@/lib/submissions/listing'
import type { Manifest } from '../seed/manifest'
import type { BenchWiki } from './run'
import { searchesOf } from './searches'

/** A request for a list: by its address, and by its loader alone. */
interface Question {
  path: string
  load: () => Promise<unknown>
}

/** The lists that grow with a wiki; each gives any number of different requests. */
export type Lists = Record<ListName, (at: number) => Question>
type ListName = 'search' | 'history' | 'diff' | 'queue' | 'recent changes'

const ON_A_PAGE = 50

/** The requests for a generated wiki. */
export async function listsOf(wiki: BenchWiki, manifest: Manifest): Promise<Lists> {
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

async function idsOf({ env }: BenchWiki, statement: string): Promise<number[]> {
  const sql = postgres(env.DATABASE_URL, { max: 1, onnotice: () => {} })
  try {
    const rows = await sql.unsafe<{ id: string }[]>(statement)
    return rows.map(({ id }) => Number(id))
  } finally {
    await sql.end()
  }
}

/** Numbers spread over `0 … most - 1`, a different one for each number below `most`. */
const spread = (at: number, most: number) => (at * 7_919) % most
