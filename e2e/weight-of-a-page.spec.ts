import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { APIRequestContext } from '@playwright/test'
import { takeComplaints } from './support/complaints'
import { expect, test } from './support/story'

/** In kB of gzip: a page of 24 facts with its styles in it. The seed has one of fewer, and one of twice as many. */
const MOST_HTML = 20
const FACTS = 24
const MOST_JS_OF_OURS = 25
const MOST_JS = 135 + MOST_JS_OF_OURS

const LONGEST = '/wiki/Heartstopper_(TV_series)'
const OF_SOME_FACTS = '/wiki/Joe_Locke'
const SHORT = '/wiki/Olivia_Colman'

const weight = (bytes: string | Buffer) => gzipSync(bytes).length / 1_000

const read = async (request: APIRequestContext, path: string) => (await request.get(path)).text()

/** What the framework is told of a page, besides its HTML. */
const toldTwice = (html: string) =>
  [...html.matchAll(/<script[^>]*>self\.__next_f\.push[\s\S]*?<\/script>/g)].join('').length / 1_000

/** What every page of the framework loads, however little is on it. */
function frameworkFiles(): string[] {
  const manifest = JSON.parse(readFileSync('.next/build-manifest.json', 'utf8'))
  return [...manifest.rootMainFiles, ...manifest.polyfillFiles].map((file) => `/_next/${file}`)
}

test('a page of 24 facts is light', async ({ request }) => {
  const [fewer, more] = await Promise.all(
    [OF_SOME_FACTS, LONGEST].map(async (path) => {
      const html = await read(request, path)
      return { kB: weight(html), facts: html.match(/<article class="fact/g)?.length ?? 0 }
    }),
  )
  if (!fewer || !more) throw new Error('two pages were asked for')
  expect(fewer.facts).toBeLessThan(FACTS)
  expect(more.facts).toBeGreaterThan(FACTS)
  const each = (more.kB - fewer.kB) / (more.facts - fewer.facts)
  expect(fewer.kB + each * (FACTS - fewer.facts)).toBeLessThanOrEqual(MOST_HTML)
})

test('a reading page loads little besides the framework', async ({ page, request }) => {
  const loaded: string[] = []
  page.on('response', (answer) => {
    const { pathname } = new URL(answer.url())
    if (pathname.endsWith('.js')) loaded.push(pathname)
  })
  await page.goto(LONGEST, { waitUntil: 'networkidle' })
  const framework = frameworkFiles()
  expect(framework.some((file) => loaded.includes(file))).toBe(true)
  const weights = await Promise.all(
    loaded.map(async (path) => ({ path, kB: weight(await (await request.get(path)).body()) })),
  )
  const sum = (files: typeof weights) => files.reduce((total, { kB }) => total + kB, 0)
  expect(sum(weights)).toBeLessThanOrEqual(MOST_JS)
  expect(sum(weights.filter(({ path }) => !framework.includes(path)))).toBeLessThanOrEqual(MOST_JS_OF_OURS)
})

test('no shared page tells its text a second time, as data', async ({ request }) => {
  const frame = toldTwice(await read(request, SHORT))
  for (const path of [
    '/',
    LONGEST,
    '/facts',
    '/facts/1',
    '/sources',
    '/sources/1',
    '/recent',
    '/log',
    '/pages',
    '/pages/person',
    '/history/Joe_Locke',
    '/links/Joe_Locke',
    '/info/Joe_Locke',
    '/revisions/100',
    '/open/facts/49',
  ])
    expect(toldTwice(await read(request, path)), path).toBeLessThanOrEqual(frame + 1)
})

test('a page that the browser has to make anew keeps its text, and what is closed in it still opens', async ({
  page,
}) => {
  // As extensions do: what the framework finds is not what was sent.
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => document.querySelector('header.bar nav')?.remove())
  })
  await page.goto('/wiki/Darcy_Olsson')
  await expect(page.locator('header.bar nav')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Darcy Olsson')
  const gate = page.locator('.gate').first()
  await gate.getByRole('button', { name: 'Show it' }).click()
  await expect(gate.getByText('comes out as non-binary')).toBeVisible()
  const complaints = takeComplaints()
  expect(complaints).toHaveLength(1)
  expect(complaints[0]).toMatch(/React error #418|hydrat/i)
})
