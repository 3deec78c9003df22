import { overOneConnection } from '@/db/postgres/one-connection'
import { completionsFor } from '@/lib/search/complete'
import { searchFor } from '@/lib/search/loaders'
import { GZIP, read } from '../answer'
import type { Part, Run } from '../part'
import { progress } from '../progress'
import { atMost, figure, type Row } from '../row'
import { median, percentile } from '../statistics'
import { inFigures } from '../table'
import { largeWiki, wikiAt } from '../wiki/large'
import { openWiki } from '../wiki/run'
import { kindsOfSearches } from '../wiki/searches'

const WARM_UP = 10

/**
 * One kind of question is asked for so long at most, and one question may take so long, in milliseconds: where a wiki is
 * so large, or a machine so busy, that it would take longer, fewer are asked, and the row says how many.
 */
const LONGEST = { quick: 10_000, usual: 60_000 }
const LONGEST_QUESTION = 30_000
/** So often it is said how far it is. */
const SAID = 5_000

/** Search and suggestions at size, each kind of question for itself. */
export const searchPart: Part = { name: 'search', minutes: 3, measure: measured }

async function measured(run: Run): Promise<Row[]> {
  const large = run.wiki ? wikiAt(run.wiki) : await largeWiki(run.pages)
  const { manifest } = large
  progress('Opening the wiki')
  const wiki = await openWiki(large.dataFolder)
  const rows: Row[] = []
  try {
    for (const [name, { path, question }] of Object.entries(kindsOfSearches(manifest.words))) {
      const { asked, alone } = await taken(name, run, async (at) => {
        const asking = question(at)
        const began = performance.now()
        // As a page reads: spread over many connections, each would first have to plan the statements for itself.
        await overOneConnection<unknown>(() =>
          path === '/search' ? searchFor(asking) : completionsFor(asking.q),
        )
        const loaded = performance.now() - began
        const { took } = await read(`${wiki.address}${path}?${new URLSearchParams(asking)}`, GZIP)
        return { loaded, took }
      })
      rows.push(
        figure({
          ...{ name: `${name}, p99`, unit: 'ms', value: percentile(asked, 0.99), goal: atMost(50) },
          baseline: { name: 'its loader alone', value: percentile(alone, 0.99) },
          note: `p50 ${inFigures(median(asked))}, of the loader ${inFigures(median(alone))}; ${asked.length} questions; a wiki of ${inFigures(manifest.size.pages)} pages and ${inFigures(manifest.size.facts)} facts; over HTTP, one after the other`,
        }),
      )
    }
    return rows
  } finally {
    progress('Closing the wiki')
    await wiki.end()
  }
}

/** Asks until there are enough answers, or it has taken too long; what was asked first does not count. */
async function taken(
  name: string,
  { isQuick }: Run,
  ask: (at: number) => Promise<{ loaded: number; took: number }>,
) {
  const times = isQuick ? 30 : 200
  const longest = LONGEST[isQuick ? 'quick' : 'usual']
  const [asked, alone] = [[] as number[], [] as number[]]
  progress(`${name}: ${times} questions`)
  const began = performance.now()
  let said = began
  for (let at = 0; asked.length < times; at += 1) {
    const { loaded, took } = await within(LONGEST_QUESTION, ask(at), name)
    const now = performance.now()
    const isLate = now - began > longest
    if (at >= WARM_UP || isLate) {
      alone.push(loaded)
      asked.push(took)
    }
    if (now - said > SAID) {
      progress(
        `${name}: ${at + 1} asked, the last took ${inFigures(loaded)} ms and ${inFigures(took)} over HTTP`,
      )
      said = now
    }
    if (isLate) break
  }
  return { asked, alone }
}

async function within<T>(most: number, work: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${what}: one question took longer than ${most / 1_000} s`)),
      most,
    )
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
