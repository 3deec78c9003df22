import type { APIRequestContext, Page } from '@playwright/test'
import { inAddress } from './support/edit-form'
import { publishNewFact, publishNewPage } from './support/past-forms'
import { expect, freshWord, test } from './support/story'

/** A fact behind a gate whose place nobody knows, so that it opens for nobody, and the page that it is about. */
interface Closed {
  /** What the fact alone says. */
  word: string
  title: string
  path: string
  number: number
}

async function publishClosed(page: Page): Promise<Closed> {
  const word = `canary${freshWord()}`
  const title = await publishNewPage(page, { paragraphs: ['It goes on.'] })
  const number = await publishNewFact(page, title, `They are a ${word}.`, { gate: { kind: 'unknown' } })
  return { word, title, path: `/wiki/${inAddress(title)}`, number }
}

const gateOn = (page: Page, { number }: Closed) => page.locator(`#fact-${number}`)

/** Every address of this wiki that a page leads to, as far as search engines may follow. */
async function ledToFrom(request: APIRequestContext, path: string): Promise<string[]> {
  const html = await (await request.get(path)).text()
  return [...html.matchAll(/href="(\/[^"#]*)/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'))
}

const isPrivate = (path: string) =>
  /^\/(edit|new|open|revert|compare|search|review|submissions|account$|sign-|api|entries|report|_next)/.test(
    path,
  ) || /\/(edit|block|rename)$/.test(path)

test('what a gate closes is in no public bytes but where it stands open', async ({ request, moderator }) => {
  test.slow()
  const { word, title, path: page, number } = await publishClosed(moderator)
  const at = inAddress(title)
  const starts = [
    '/',
    page,
    '/facts',
    `/facts/${number}`,
    `/facts/${number}/history`,
    `/facts/${number}/links`,
    `/facts/${number}/info`,
    '/recent',
    `/history/${at}`,
    `/links/${at}`,
    `/info/${at}`,
    '/log',
    `/search?q=${word}`,
    `/api/suggest?q=${word}&kinds=fact`,
  ]
  const led = (await Promise.all(starts.map((path) => ledToFrom(request, path)))).flat()
  const near = led.filter(
    (path) =>
      /\/(revisions|diff)\/|\/accounts\//.test(path) ||
      path.includes(at) ||
      path.includes(`/facts/${number}`),
  )
  const paths = [...new Set([...starts, ...near])].filter(
    (path) => path === `/search?q=${word}` || !isPrivate(path),
  )
  expect(paths.length).toBeGreaterThan(20)
  const shown: string[] = []
  for (const path of paths) {
    const answer = await request.get(path)
    if (path !== `/search?q=${word}` && (await answer.text()).includes(word)) shown.push(path)
  }
  expect(shown).toEqual([])

  const open = led.filter((path) => path.startsWith('/open/'))
  expect(open).toContain(`/open/facts/${number}`)
  for (const path of new Set(open)) {
    const answer = await request.get(path)
    expect(answer.status(), path).toBe(200)
    expect(await answer.text(), path).toMatch(/<meta name="robots" content="noindex/)
  }
  expect(await (await request.get(`/open/facts/${number}`)).text()).toContain(word)
  expect(await (await request.get('/robots.txt')).text()).toContain('Disallow: /open/')
})

test('a closed fact opens in place, by mouse or keyboard, moves nothing above it, and closes again', async ({
  page,
  moderator,
}) => {
  const closed = await publishClosed(moderator)
  await page.goto(closed.path)
  const gate = gateOn(page, closed)
  const way = gate.getByRole('button', { name: 'Show it' })
  await expect(way).toHaveAttribute('aria-expanded', 'false')
  const [before, heightBefore] = [await gate.boundingBox(), await heightOf(page)]
  await way.click()
  await expect(gate.getByText(closed.word)).toBeVisible()
  const [after, heightAfter] = [await gate.boundingBox(), await heightOf(page)]
  expect(after?.y).toBe(before?.y)
  expect(heightAfter - heightBefore).toBeCloseTo((after?.height ?? 0) - (before?.height ?? 0), 0)
  await expect(gate.getByRole('region', { name: 'What was closed' })).toBeFocused()
  await expect(gate.getByRole('link', { name: /^Report / })).toHaveCount(1)
  expect(new URL(page.url()).pathname).toBe(closed.path)

  await page.keyboard.press('Escape')
  await expect(gate.getByText(closed.word)).toBeHidden()
  const again = gate.getByRole('button', { name: 'Show it' })
  await expect(again).toBeFocused()
  await page.keyboard.press(' ')
  await expect(gate.getByText(closed.word)).toBeVisible()
  await gate.getByRole('button', { name: 'Close it again' }).click()
  await expect(gate.getByText(closed.word)).toBeHidden()
})

/** Of the whole document; not rounded, as `scrollHeight` is. */
const heightOf = (page: Page) => page.evaluate(() => document.documentElement.getBoundingClientRect().height)

test('when it cannot be opened in place, the link leads to where it stands', async ({ page, moderator }) => {
  const closed = await publishClosed(moderator)
  await page.goto(closed.path)
  await page.route('**/open/cards/*', (route) => route.abort())
  await gateOn(page, closed).getByRole('button', { name: 'Show it' }).click()
  await page.waitForURL(`/open/facts/${closed.number}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(closed.word)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a plain link leads to a page of its own, from the page and from the fact’s address', async ({
    page,
    moderator,
  }) => {
    const closed = await publishClosed(moderator)
    await page.goto(closed.path)
    await gateOn(page, closed).getByRole('link', { name: 'Show it' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(closed.word)
    await page.goto(`/facts/${closed.number}`)
    await expect(page.getByText(closed.word)).toHaveCount(0)
    await expect(page).toHaveTitle(/^Fact \d+ is closed/)
    await page.getByRole('link', { name: 'Show it' }).click()
    await expect(page).toHaveURL(`/open/facts/${closed.number}`)
  })
})
