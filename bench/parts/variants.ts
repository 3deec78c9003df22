import { randomBytes } from 'node:crypto'
import { paths } from '@/lib/routes'
import { ask, GZIP, read } from '../answer'
import { startBare } from '../baselines/bare'
import { inTurns } from '../load/rounds'
import type { Part, Run } from '../part'
import { progress } from '../progress'
import { atLeast, figure, type Row } from '../row'
import { randomOf } from '../seed/random'
import { inFigures } from '../table'
import { type BenchWiki, HOT_PAGE, withWiki } from '../wiki/run'

const TOKEN = randomBytes(16).toString('hex')
/** Views that are counted, and as many before them. */
const VIEWS = { quick: 1_500, whole: 6_000 }

/** Pages as readers at some place see them: how often one is remembered, and how fast. */
export const variantsPart: Part = {
  name: 'variants',
  minutes: 2,
  measure: async (run) => {
    process.env.METRICS_TOKEN = TOKEN
    try {
      return await withWiki((wiki) => measured(wiki, run))
    } finally {
      delete process.env.METRICS_TOKEN
    }
  },
}

async function measured(wiki: BenchWiki, run: Run): Promise<Row[]> {
  const readers = await readersOf(wiki)
  return [...(await remembered(wiki, readers, run)), ...(await hot(wiki, readers, run))]
}

/** A cookie for each place that can be chosen, with all and nothing seen. */
async function readersOf({ address }: BenchWiki): Promise<string[]> {
  const [page, choice] = await Promise.all([
    ask(`${address}${HOT_PAGE}`),
    ask(`${address}${paths.progressPlaces()}`),
  ])
  const [, wiki] = /data-wiki="([^"]+)"/.exec(page.body.toString()) ?? []
  const controls = choice.body.toString().match(/<(?:button|input)\b[^>]*\bname="seen"[^>]*>/g) ?? []
  const seen = controls.flatMap((one) => /\bvalue="((?:w\d+p\d+~?)+|all)"/.exec(one)?.[1] ?? [])
  if (!wiki || seen.length === 0) throw new Error(`${paths.progressPlaces()} offers no place`)
  return seen.map((value) => `loreleaf_progress=${wiki}~${value}`)
}

/**
 * Readers spread evenly over all places, and over the pages that the wiki's lists name, of which some are read far more:
 * the share of their views that is answered from memory, once as many have read before.
 */
async function remembered(wiki: BenchWiki, readers: string[], { isQuick }: Run): Promise<Row[]> {
  const views = isQuick ? VIEWS.quick : VIEWS.whole
  const pages = await pagesOf(wiki)
  const random = randomOf(47)
  const view = () => {
    const page = pages[random.skewed(pages.length, 3)]
    return ask(`${wiki.address}${page}`, { headers: { ...GZIP, cookie: random.pick(readers) } })
  }
  progress(`${2 * views} views of ${pages.length} pages by readers at ${readers.length} places`)
  for (let count = 0; count < views; count += 1) await view()
  const before = await looks(wiki)
  for (let count = 0; count < views; count += 1) await view()
  const after = await looks(wiki)
  const [hits, misses] = [after.hit - before.hit, after.miss - before.miss]
  return [
    figure({
      name: 'views by readers at a place, answered from memory',
      unit: '%',
      value: (100 * hits) / (hits + misses),
      goal: atLeast(90),
      note: `${views} views after ${views} others, of ${pages.length} pages, by readers at ${readers.length} places`,
    }),
  ]
}

async function pagesOf({ address }: BenchWiki): Promise<string[]> {
  const lists = [paths.home(), paths.pages(), paths.facts(), paths.sources(), HOT_PAGE]
  const led = new Set<string>(lists)
  for (const list of lists) {
    const { body } = await read(`${address}${list}`, {})
    for (const [, path = ''] of body.toString().matchAll(/href="(\/(?:wiki|facts|pages)\/[^"#?]+)"/g))
      led.add(path)
  }
  return [...led]
}

async function looks({ address }: BenchWiki): Promise<{ hit: number; miss: number }> {
  const answer = await ask(`${address}${paths.metrics()}`, { headers: { authorization: `Bearer ${TOKEN}` } })
  const count = (met: string) =>
    Number(
      new RegExp(`shared_pages_total\\{met="${met}",progress="yes"\\} (\\d+)`).exec(
        answer.body.toString(),
      )?.[1] ?? 0,
    )
  return { hit: count('hit'), miss: count('miss') }
}

async function hot(wiki: BenchWiki, readers: string[], { isQuick }: Run): Promise<Row[]> {
  const url = `${wiki.address}${HOT_PAGE}`
  const headers = { ...GZIP, cookie: readers.find((one) => !one.endsWith('~all')) ?? '' }
  await read(url, headers)
  const bare = await startBare(await read(url, headers))
  const loaded = await inTurns(
    [
      { name: 'variant', url, headers, pid: wiki.pid },
      { name: 'bare', url: bare.address, headers, pid: bare.pid },
    ],
    { connections: 8, seconds: isQuick ? 2 : 4, rounds: isQuick ? 2 : 5 },
  )
  await bare.end()
  return [
    figure({
      name: 'hot page, as a reader at a place sees it',
      unit: 'requests/s',
      value: loaded.variant.perSecond,
      baseline: { name: 'bare node:http', value: loaded.bare.perSecond },
      goal: atLeast(0.7, 'ratio'),
      note: `the gateway kept ${inFigures(loaded.variant.cores)} cores busy`,
    }),
  ]
}
