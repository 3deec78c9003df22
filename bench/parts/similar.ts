import { findFactByNumber } from '@/db/facts/facts'
import { reads } from '@/db/postgres/client'
import { overOneConnection } from '@/db/postgres/one-connection'
import { scopeOfProgress } from '@/lib/places/loaders'
import { similarToReader } from '@/lib/search/similar-facts'
import { read } from '../answer'
import type { Part, Run } from '../part'
import { progress } from '../progress'
import { atMost, figure, type Row } from '../row'
import { type Random, randomOf } from '../seed/random'
import { median, percentile } from '../statistics'
import { inFigures } from '../table'
import { largeWiki, wikiAt } from '../wiki/large'
import { openWiki } from '../wiki/run'

/** With ten facts for each page: 100,000 facts. */
const PAGES = 10_000
const WARM_UP = 20

/** Whether a statement is here already, asked while it is typed. */
export const similarPart: Part = { name: 'similar', minutes: 2, measure: measured }

async function measured(run: Run): Promise<Row[]> {
  const large = run.wiki ? wikiAt(run.wiki) : await largeWiki(run.isQuick ? run.pages : PAGES)
  const { size } = large.manifest
  const wiki = await openWiki(large.dataFolder)
  const rows: Row[] = []
  try {
    const times = run.isQuick ? 40 : 300
    for (const [name, change] of Object.entries(changes)) {
      progress(`${name}: ${times} questions`)
      const [asked, alone] = [[] as number[], [] as number[]]
      let recognised = 0
      for (const [at, { number, label }] of (await someFacts(size.facts, times + WARM_UP)).entries()) {
        const statement = change(label.split(' '), randomOf(7, at)).join(' ')
        const began = performance.now()
        const found = await overOneConnection(() => similarToReader(statement))
        const loaded = performance.now() - began
        const query = new URLSearchParams({ q: statement, kinds: 'similar' })
        const { took } = await read(`${wiki.address}/api/suggest?${query}`)
        if (at < WARM_UP) continue
        alone.push(loaded)
        asked.push(took)
        if (found.some((one) => one.number === number)) recognised += 1
      }
      rows.push(
        figure({
          ...{
            name: `a statement ${name}, p99`,
            unit: 'ms',
            value: percentile(asked, 0.99),
            goal: atMost(50),
          },
          baseline: { name: 'its loader alone', value: percentile(alone, 0.99) },
          note: `p50 ${inFigures(median(asked))}, of the loader ${inFigures(median(alone))}; the fact it is of was among the answers ${recognised} times of ${asked.length}; ${inFigures(size.facts)} facts; over HTTP, one after the other`,
        }),
      )
    }
    return rows
  } finally {
    await wiki.end()
  }
}

const FREQUENT = ['season', 'episode', 'series', 'scene', 'story', 'character', 'actor', 'director']

/** What somebody types who has the same to say as a fact. */
const changes: Record<string, (words: string[], random: Random) => string[]> = {
  'in another order': (words, random) =>
    words
      .map((word) => ({ word, place: random.next() }))
      .sort((one, other) => one.place - other.place)
      .map(({ word }) => word),
  'with a slip in two words': (words, random) => {
    const slips = new Set([random.upTo(words.length), random.upTo(words.length)])
    return words.map((word, at) => (slips.has(at) ? word.slice(0, 2) + word.slice(3) : word))
  },
  'of which two thirds are typed': (words) => words.slice(0, Math.ceil((words.length * 2) / 3)),
  'of frequent words': (words) => [...FREQUENT, ...words.slice(0, 2)],
}

/** Facts from all over the wiki that stand open, as they are called. */
async function someFacts(facts: number, count: number) {
  const within = await scopeOfProgress(null)
  const step = facts / (count * 2)
  const numbers = Array.from({ length: count * 2 }, (_, at) => 1 + Math.floor(at * step))
  const found = []
  for (const number of numbers) {
    const fact = await findFactByNumber(reads(), within, number)
    if (fact?.label && found.length < count) found.push({ number, label: fact.label })
  }
  return found
}
