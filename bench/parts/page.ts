import AxeBuilder from '@axe-core/playwright'
import { type Browser, chromium } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from '@/e2e/support/chromium'
import { read } from '../answer'
import { buildEmptyApplication } from '../baselines/empty-application'
import { startNextAlone } from '../baselines/next-alone'
import { type LighthousePage, lighthouseRows } from '../browser/lighthouse'
import { isPacked, packedSize, packedSizes, textOf } from '../browser/packed'
import { startStatic } from '../browser/static-page'
import { type Network, SLOW_4G, SLOW_4G_OF_DEVTOOLS, type Visit, visit } from '../browser/visit'
import { toUndo } from '../leftovers'
import type { Part, Run } from '../part'
import { progress } from '../progress'
import { atMost, figure, type Row } from '../row'
import { median } from '../statistics'
import { newPerson } from '../wiki/people'
import { type BenchWiki, HOT_PAGE, withWiki } from '../wiki/run'
import { writeShorterPage } from '../wiki/shorter-page'

const KB = 1_000
/** All scripts of a reading page, in kB of gzip. */
const MOST_SCRIPTS = 12

/** What a reader's browser loads, and how soon it shows it. */
export const pagePart: Part = {
  name: 'page',
  minutes: 2,
  measure: (run) => withWiki((wiki) => measured(wiki, run)),
}

async function measured(wiki: BenchWiki, { isQuick }: Run): Promise<Row[]> {
  const browser = await chromium.launch({ ...findChromium(), args: CHROMIUM_FLAGS })
  const close = toUndo(() => browser.close())
  try {
    const { path } = await writeShorterPage(await newPerson())
    const [url, longer] = [path, HOT_PAGE].map((one) => `${wiki.address}${one}`) as [string, string]
    return [
      ...(await weighed(browser, { url, longer })),
      ...(await painted(browser, { url, longer }, isQuick ? 3 : 9)),
      await rulesBroken(browser, longer),
      ...(await lighthouseRows(pagesFor(wiki.address, url), isQuick ? 1 : 5)),
    ]
  } finally {
    await close()
  }
}

/** What people arrive at: search engines are asked to leave out the last. */
const pagesFor = (address: string, url: string): LighthousePage[] => [
  { name: 'front page', url: `${address}/` },
  { name: 'page of 24 facts', url },
  { name: 'a fact', url: `${address}/facts/1` },
  { name: 'a source', url: `${address}/sources/1` },
  { name: 'search', url: `${address}/search?q=Kit`, isLeftOut: true },
]

/** The page of the length that the goals are about, and the seed's longest, with twice as many facts. */
interface Urls {
  url: string
  longer: string
}

/**
 * Bytes, compressed: the pages, and the scripts that one loads compared with those of an empty page of the framework,
 * where it runs.
 */
async function weighed(browser: Browser, { url, longer }: Urls): Promise<Row[]> {
  const [answer, whole] = [await read(url), await read(longer)]
  const empty = await startNextAlone({}, await buildEmptyApplication())
  const frameworks = (await visit(browser, `${empty.address}/`, SLOW_4G)).scripts
  const own = (await packedSizes(frameworks)) / KB
  await empty.end()
  const scripts = (await packedSizes((await visit(browser, url, SLOW_4G)).scripts)) / KB
  const packing = isPacked(answer) ? 'as the server packs it' : 'the server sends it plain; packed here'
  const note = `with the styles of its first screen; ${packing}`
  const html = (one: typeof answer) => ({
    name: `HTML of ${factsIn(one)} facts, gzip`,
    unit: 'kB',
    value: packedSize(one) / KB,
  })
  return [
    figure({ ...html(answer), goal: atMost(18), note }),
    figure(html(whole)),
    figure({
      ...{ name: 'scripts, gzip', unit: 'kB', value: scripts, goal: atMost(MOST_SCRIPTS) },
      baseline: { name: 'the framework, an empty page', value: own },
    }),
  ]
}

const factsIn = (answer: Parameters<typeof textOf>[0]) =>
  textOf(answer).match(/<article class="fact/g)?.length ?? 0

/** LCP and CLS, compared with the same page as one file without scripts. */
async function painted(browser: Browser, { url, longer }: Urls, times: number): Promise<Row[]> {
  const plain = await startStatic(url)
  const first = await visits(browser, { wiki: url, longer, plain: plain.address }, SLOW_4G, times)
  const slower = await visits(browser, { wiki: url, plain: plain.address }, SLOW_4G_OF_DEVTOOLS, times)
  await plain.end()
  const baseline = (of: Painted) => ({ name: 'one file, no scripts', value: of.lcp })
  const note = '1.6 Mbit/s, 150 ms before each request, a processor 4 times slower, an empty cache'
  return [
    figure({
      ...{ name: 'LCP, slow 4G, 4× CPU', unit: 'ms', value: first.wiki.lcp, baseline: baseline(first.plain) },
      ...{ goal: atMost(800), note },
    }),
    figure({ name: 'LCP of the page with 48 facts', unit: 'ms', value: first.longer.lcp }),
    figure({
      ...{ name: 'LCP, the slow 4G of DevTools', unit: 'ms', value: slower.wiki.lcp },
      ...{ baseline: baseline(slower.plain), note: 'the same, but 562 ms before each request' },
    }),
    figure({
      ...{ name: 'TBT, slow 4G, 4× CPU', unit: 'ms', value: first.wiki.blocked, goal: atMost(50) },
      baseline: { name: 'one file, no scripts', value: first.plain.blocked },
    }),
    figure({ name: 'CLS', unit: '', value: Math.max(first.wiki.cls, first.longer.cls), goal: atMost(0.02) }),
  ]
}

const FIGURES = ['lcp', 'cls', 'blocked'] as const
type Painted = Pick<Visit, (typeof FIGURES)[number]>

/** Visits both in turns; gives the medians. */
async function visits<Name extends string>(
  browser: Browser,
  urls: Record<Name, string>,
  network: Network,
  times: number,
): Promise<Record<Name, Painted>> {
  const seen = new Map<string, Visit[]>()
  for (let time = 0; time < times; time += 1)
    for (const [name, url] of Object.entries<string>(urls))
      seen.set(name, [...(seen.get(name) ?? []), await visit(browser, url, network)])
  const middle = (all: Visit[]) =>
    Object.fromEntries(FIGURES.map((of) => [of, median(all.map((one) => one[of]))])) as unknown as Painted
  const medians = [...seen].map(([name, all]) => [name, middle(all)] as const)
  progress(`${network.name}: ${medians.map(([name, { lcp }]) => `${name} ${Math.round(lcp)} ms`).join(', ')}`)
  return Object.fromEntries(medians) as unknown as Record<Name, Painted>
}

/** Violations of WCAG 2.2 AA and good practice that axe finds. */
async function rulesBroken(browser: Browser, url: string): Promise<Row> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(url, { waitUntil: 'networkidle' })
  const { violations } = await new AxeBuilder({ page }).analyze()
  await context.close()
  const value = violations.length
  const note = value > 0 ? violations.map(({ id }) => id).join(', ') : null
  return figure({ name: 'rules that axe finds broken', unit: 'rules', value, goal: atMost(0), note })
}
