import { setTimeout as sleep } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from '@/e2e/support/chromium'
import { added, fileContent, publishNow } from '@/lib/changesets/testing'
import { WIDTHS } from '@/lib/images/sizes'
import { paths } from '@/lib/routes'
import { ask, read } from '../answer'
import { startBare } from '../baselines/bare'
import { packedSize } from '../browser/packed'
import { SLOW_4G, visit } from '../browser/visit'
import { toUndo } from '../leftovers'
import { inTurns } from '../load/rounds'
import type { Part, Run } from '../part'
import { treeOf } from '../processes'
import { progress } from '../progress'
import { atLeast, atMost, figure, type Row } from '../row'
import { median } from '../statistics'
import { inFigures } from '../table'
import { writeIllustratedPage } from '../wiki/illustrated-page'
import { newPerson, type Person } from '../wiki/people'
import { photo, sendPhoto } from '../wiki/photos'
import { type BenchWiki, withWiki } from '../wiki/run'

/** What a phone takes: 12 megapixels. */
const [WIDTH, HEIGHT] = [4_000, 3_000]
/** The largest that is accepted: 40 megapixels. */
const [WIDEST, HIGHEST] = [7_300, 5_475]
const CONNECTIONS = 8
const PICTURES = 12
const LARGEST = Math.max(...WIDTHS)

/** A picture's way from a phone to a page, serving it, and what decoding takes. */
export const filesPart: Part = {
  name: 'files',
  minutes: 2,
  measure: (run) => withWiki((wiki) => measured(wiki, run)),
}

async function measured(wiki: BenchWiki, run: Run): Promise<Row[]> {
  const person = await newPerson()
  const ways: Way[] = []
  for (let seed = 1; seed <= (run.isQuick ? 2 : 5); seed += 1) ways.push(await wayOf(wiki, person, seed))
  const [{ sha256 = '' } = {}] = ways
  return [
    ...wayRows(ways),
    ...(await servingRows(wiki, sha256, run)),
    ...(await pageRows(wiki, person)),
    ...(await memoryRows(wiki, person)),
  ]
}

/** The times of one picture, in milliseconds. */
interface Way {
  sha256: string
  bytes: number
  /** From the request for a ticket to the answer that it is stored. */
  stored: number
  /** From the answer to the save until a reader gets it. */
  shown: number
  /** Until the last of its sizes is there. */
  sized: number
}

async function wayOf(wiki: BenchWiki, person: Person, seed: number): Promise<Way> {
  const bytes = await photo(WIDTH, HEIGHT, seed)
  const { sha256, took } = await sendPhoto(wiki, person, bytes)
  await publishNow(person.actor, added('file', fileContent(sha256, `A photograph, number ${seed}`)))
  const began = performance.now()
  await untilThere(`${wiki.address}${paths.media(sha256)}`)
  const shown = performance.now() - began
  await untilThere(`${wiki.address}${paths.mediaSize(sha256, `${LARGEST}.avif`)}`)
  progress(`picture ${seed}: stored in ${Math.round(took)} ms`)
  return { sha256, bytes: bytes.byteLength, stored: took, shown, sized: performance.now() - began }
}

async function untilThere(url: string): Promise<void> {
  for (const end = performance.now() + 120_000; performance.now() < end; await sleep(10))
    if ((await ask(url)).status === 200) return
  throw new Error(`${url} did not come`)
}

function wayRows(ways: Way[]): Row[] {
  const of = (pick: (way: Way) => number) => median(ways.map(pick))
  const size = `${inFigures((WIDTH * HEIGHT) / 1e6)} megapixels, ${inFigures(of(({ bytes }) => bytes) / 1e6)} MB, the median of ${ways.length}`
  return [
    figure({
      ...{ name: 'a photo: from the ticket to “stored”', unit: 'ms', value: of((way) => way.stored) },
      ...{ goal: atMost(3_000), note: `${size}: sent, decoded, encoded anew, stored` },
    }),
    figure({
      ...{ name: 'a photo: from the save to a reader', unit: 'ms', value: of((way) => way.shown) },
      goal: atMost(1_000),
    }),
    figure({
      ...{ name: 'a photo: from the save to its last size', unit: 'ms', value: of((way) => way.sized) },
      note: 'four widths, WebP and AVIF, by a job; nobody waits for it',
    }),
  ]
}

/** The picture in a size that pages show, and the whole one, each beside a process that sends the same bytes. */
async function servingRows(wiki: BenchWiki, sha256: string, run: Run): Promise<Row[]> {
  const how = { connections: CONNECTIONS, seconds: run.isQuick ? 2 : 4, rounds: run.isQuick ? 2 : 5 }
  const rows: Row[] = []
  for (const [name, path, goal] of [
    ['a picture 800 wide', paths.mediaSize(sha256, '800.webp'), atLeast(0.7, 'ratio')],
    ['a whole photo, from the disk', paths.media(sha256), null],
  ] as const) {
    const answer = await read(`${wiki.address}${path}`)
    const bare = await startBare(answer)
    const loaded = await inTurns(
      [
        { name: 'gateway', url: `${wiki.address}${path}`, headers: {}, pid: wiki.pid },
        { name: 'bare', url: bare.address, headers: {}, pid: bare.pid },
      ],
      how,
    )
    await bare.end()
    rows.push(
      figure({
        ...{ name, unit: 'requests/s', value: loaded.gateway.perSecond, goal },
        baseline: { name: 'bare node:http', value: loaded.bare.perSecond },
        note: `${inFigures(answer.body.byteLength / 1_000)} kB, ${CONNECTIONS} connections`,
      }),
    )
  }
  return rows
}

/** A page with twelve photos, read to its end on a slow phone. */
async function pageRows(wiki: BenchWiki, person: Person): Promise<Row[]> {
  progress(`a page with ${PICTURES} pictures`)
  const photos: { sha256: string; bytes: number }[] = []
  for (let at = 0; at < PICTURES; at += 1) {
    const bytes = await photo(WIDTH, HEIGHT, 20 + at)
    photos.push({ sha256: (await sendPhoto(wiki, person, bytes)).sha256, bytes: bytes.byteLength })
  }
  const sha256s = photos.map(({ sha256 }) => sha256)
  const written = await writeIllustratedPage(person, sha256s)
  const [url, bareUrl] = [`${wiki.address}${written.illustrated}`, `${wiki.address}${written.bare}`]
  for (const sha256 of sha256s)
    await untilThere(`${wiki.address}${paths.mediaSize(sha256, `${LARGEST}.avif`)}`)
  const browser = await chromium.launch({ ...findChromium(), args: CHROMIUM_FLAGS })
  const close = toUndo(() => browser.close())
  try {
    const { cls, pictures } = await visit(browser, url, SLOW_4G, { toTheEnd: true })
    const wide = await visit(browser, url, SLOW_4G, { toTheEnd: true, isWide: true })
    // What comes into sight by scrolling would count, too.
    const [{ lcp }, without] = [await visit(browser, url, SLOW_4G), await visit(browser, bareUrl, SLOW_4G)]
    const sent = photos.reduce((sum, { bytes }) => sum + bytes, 0)
    const name = `a page with ${PICTURES} pictures`
    return [
      figure({
        ...{ name: `${name}: their bytes`, unit: 'kB', value: pictures.bytes / 1_000 },
        baseline: { name: 'the photos as they were sent', value: sent / 1_000 },
        note: `${pictures.count} were loaded by a phone of 412 × 1.75 pixels that reads to the end`,
      }),
      figure({
        ...{ name: `${name}: their bytes at 1,280 pixels`, unit: 'kB', value: wide.pictures.bytes / 1_000 },
      }),
      figure({
        ...{ name: `${name}: HTML, gzip`, unit: 'kB', value: packedSize(await read(url)) / 1_000 },
        baseline: { name: 'without them', value: packedSize(await read(bareUrl)) / 1_000 },
      }),
      figure({
        ...{ name: `${name}: LCP`, unit: 'ms', value: lcp },
        baseline: { name: 'without them', value: without.lcp },
      }),
      figure({ name: `${name}: CLS`, unit: '', value: Math.max(cls, wide.cls), goal: atMost(0.02) }),
    ]
  } finally {
    await close()
  }
}

/** The wiki's processes together while the largest picture is sent, decoded and made smaller. */
async function memoryRows(wiki: BenchWiki, person: Person): Promise<Row[]> {
  progress('a picture of 40 megapixels')
  const bytes = await photo(WIDEST, HIGHEST, 99)
  const before = treeOf(wiki.pid).rss
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, treeOf(wiki.pid).rss)
  }, 50)
  try {
    const { sha256 } = await sendPhoto(wiki, person, bytes)
    await publishNow(person.actor, added('file', fileContent(sha256, 'A large photograph')))
    await untilThere(`${wiki.address}${paths.mediaSize(sha256, `${LARGEST}.avif`)}`)
  } finally {
    clearInterval(watch)
  }
  return [
    figure({
      ...{ name: 'memory for 40 megapixels', unit: 'MB', value: most - before, goal: atMost(300) },
      note: `the most that was added to ${inFigures(before)} MB of gateway, renderers and worker, while it was decoded and made smaller`,
    }),
  ]
}
