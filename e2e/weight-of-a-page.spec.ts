import { gzipSync } from 'node:zlib'
import type { APIRequestContext, Page } from '@playwright/test'
import { forEverybody } from './support/screens'
import { expect, test } from './support/story'

/**
 * In kB of gzip: a page of 24 facts. The seed has one of fewer, and one of twice as many; the bench weighs one of just so
 * many.
 */
const MOST_HTML = 18
const FACTS = 24
/** In kB of gzip: all scripts that a reading page loads before anybody touches it. */
const MOST_SCRIPTS = 12

const LONGEST = '/wiki/Heartstopper_(TV_series)'
const OF_SOME_FACTS = '/wiki/Joe_Locke'

/** Where React runs, of what is open to everybody. */
const WITH_FORMS = ['/sign-in', '/sign-up']
/** More pages that are read, and what is answered where nothing is. */
const OTHERS = [
  '/pages/person',
  '/revisions/100',
  '/diff/0/1',
  '/open/facts/49',
  '/facts/1/history',
  '/sources/1/links',
  '/report/status',
  '/search',
  `/search?q=${'x'.repeat(300)}`,
  '/facts/99999',
  '/pages/nothing',
  '/nothing/has/this/address',
  '/edit',
]
const READING = [...Object.values(forEverybody).flat(), ...OTHERS].filter(
  (path) => !WITH_FORMS.includes(path),
)

const weight = (bytes: string | Buffer) => gzipSync(bytes).length / 1_000

const read = async (request: APIRequestContext, path: string) => (await request.get(path)).text()

/** What of the framework a document would send: its files and data, and marks for scripts that would take it over. */
const FRAMEWORK = /<script[^>]*\/_next\/[^>]*>|\/_next\/[^"]*\.js|__next_\w|[?&]_rsc|<!--\/?\$|<template\b/g

/** What a page loads of scripts by itself, in kB of gzip: for who is signed in until their stream is there, the last of all. */
async function scriptsLoadedBy(
  page: Page,
  path: string,
  isSignedIn = false,
): Promise<{ paths: string[]; kB: number }> {
  const paths: string[] = []
  page.on('response', (answer) => {
    if (answer.request().resourceType() === 'script') paths.push(new URL(answer.url()).pathname)
  })
  const stream = isSignedIn ? page.waitForResponse((answer) => answer.url().endsWith('/api/live')) : null
  await page.goto(path, { waitUntil: isSignedIn ? 'load' : 'networkidle' })
  await stream
  page.removeAllListeners('response')
  const files = await Promise.all(paths.map(async (file) => (await page.request.get(file)).body()))
  return { paths, kB: files.reduce((sum, file) => sum + weight(file), 0) }
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

test('what is far below the screen is laid out when it comes near, and an address leads right to it', async ({
  page,
}) => {
  // Asked of what is in it: the part itself is there in either case.
  const isLaidOut = (part: string) =>
    page
      .locator(part)
      .evaluate((whole) =>
        (whole.firstElementChild ?? whole).checkVisibility({ contentVisibilityAuto: true }),
      )
  const topOf = (fact: string) => page.locator(fact).evaluate((part) => part.getBoundingClientRect().top)
  await page.goto(LONGEST)
  const [last] = await page.locator('.fact').evaluateAll((facts) => facts.slice(-1).map(({ id }) => `#${id}`))
  if (!last) throw new Error('there are facts')
  // What is near is found out with the first frames.
  await expect.poll(() => isLaidOut(last)).toBe(false)
  for (const place of [last, '#ref-40']) {
    await page.goto('/')
    await page.goto(`${LONGEST}${place}`)
    await expect(page.locator(place)).toBeInViewport()
    expect(await isLaidOut(place)).toBe(true)
    await expect.poll(async () => Math.abs((await topOf(place)) - 72)).toBeLessThan(40)
  }
})

test('no page that is read, and none that says that nothing is here, has anything of the framework in it', async ({
  request,
}) => {
  for (const path of READING) {
    const answer = await request.get(path)
    expect(answer.status(), path).toBeLessThan(500)
    expect(answer.headers().link, path).toBeUndefined()
    const html = await answer.text()
    expect(html.match(FRAMEWORK), path).toBeNull()
    expect(html.match(/<script[^>]* src="[^"]+"/g), path).toEqual([
      expect.stringMatching(/ src="\/elements\/en\/entry-\w+\.js"$/),
    ])
  }
})

test('its scripts are few and light, whoever reads', async ({ page, moderator }) => {
  for (const path of [LONGEST, '/facts/49', '/search?q=Kit']) {
    const { paths, kB } = await scriptsLoadedBy(page, path)
    expect(paths.filter((file) => !file.startsWith('/elements/'))).toEqual([])
    expect(paths.length).toBeGreaterThan(0)
    expect(kB, path).toBeLessThanOrEqual(MOST_SCRIPTS)
  }
  const { kB } = await scriptsLoadedBy(moderator, LONGEST, true)
  expect(kB).toBeLessThanOrEqual(MOST_SCRIPTS)
})
