import type { APIRequestContext, Page } from '@playwright/test'
import { expect, test } from './support/story'

/** What the seed's one gated fact tells, and where its gate stands. */
const CANARY = 'comes out as non-binary'
const PAGE = '/wiki/Darcy_Olsson'

const gateOn = (page: Page) => page.locator('.gate').filter({ hasText: 'season three' }).first()

/** Every address of this wiki that a page leads to, as far as search engines may follow. */
async function ledToFrom(request: APIRequestContext, path: string): Promise<string[]> {
  const html = await (await request.get(path)).text()
  return [...html.matchAll(/href="(\/[^"#]*)/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'))
}

const isPrivate = (path: string) =>
  /^\/(edit|new|open|revert|compare|search|review|submissions|account$|sign-|api|entries|report|_next)/.test(
    path,
  ) || /\/(edit|block|rename)$/.test(path)

test('what a gate closes is in no public bytes but where it stands open', async ({ request }) => {
  test.slow()
  const starts = [
    '/',
    PAGE,
    '/facts',
    '/facts/49',
    '/facts/49/history',
    '/facts/49/links',
    '/facts/49/info',
    '/facts/49/edit',
    '/recent',
    '/history/Darcy_Olsson',
    '/links/Darcy_Olsson',
    '/info/Darcy_Olsson',
    '/log',
    '/search?q=non-binary',
    '/api/suggest?q=non-binary&kinds=fact',
  ]
  const led = (await Promise.all(starts.map((path) => ledToFrom(request, path)))).flat()
  const near = led.filter((path) => /\/(revisions|diff)\/|Darcy|\/facts\/49|\/accounts\//.test(path))
  const paths = [...new Set([...starts, ...near])].filter(
    (path) => path === '/search?q=non-binary' || !isPrivate(path),
  )
  expect(paths.length).toBeGreaterThan(20)
  const shown: string[] = []
  for (const path of paths) {
    const answer = await request.get(path)
    if ((await answer.text()).includes(CANARY)) shown.push(path)
  }
  expect(shown).toEqual([])

  const open = led.filter((path) => path.startsWith('/open/'))
  expect(open).toContain('/open/facts/49')
  for (const path of new Set(open)) {
    const answer = await request.get(path)
    expect(answer.status(), path).toBe(200)
    expect(await answer.text(), path).toMatch(/<meta name="robots" content="noindex/)
  }
  expect(await (await request.get('/open/facts/49')).text()).toContain(CANARY)
  expect(await (await request.get('/robots.txt')).text()).toContain('Disallow: /open/')
})

test('a closed fact opens in place, by mouse or keyboard, moves nothing above it, and closes again', async ({
  page,
}) => {
  await page.goto(PAGE)
  const gate = gateOn(page)
  const way = gate.getByRole('button', { name: 'Show it' })
  await expect(way).toHaveAttribute('aria-expanded', 'false')
  const [before, heightBefore] = [await gate.boundingBox(), await heightOf(page)]
  await way.click()
  await expect(gate.getByText(CANARY)).toBeVisible()
  const [after, heightAfter] = [await gate.boundingBox(), await heightOf(page)]
  expect(after?.y).toBe(before?.y)
  expect(heightAfter - heightBefore).toBeCloseTo((after?.height ?? 0) - (before?.height ?? 0), 0)
  await expect(gate.getByRole('region', { name: 'What was closed' })).toBeFocused()
  await expect(gate.getByRole('link', { name: /^Report / })).toHaveCount(1)
  expect(new URL(page.url()).pathname).toBe(PAGE)

  await page.keyboard.press('Escape')
  await expect(gate.getByText(CANARY)).toBeHidden()
  const again = gate.getByRole('button', { name: 'Show it' })
  await expect(again).toBeFocused()
  await page.keyboard.press(' ')
  await expect(gate.getByText(CANARY)).toBeVisible()
  await gate.getByRole('button', { name: 'Close it again' }).click()
  await expect(gate.getByText(CANARY)).toBeHidden()
})

/** Of the whole document; not rounded, as `scrollHeight` is. */
const heightOf = (page: Page) => page.evaluate(() => document.documentElement.getBoundingClientRect().height)

test('when it cannot be opened in place, the link leads to where it stands', async ({ page }) => {
  await page.goto(PAGE)
  await page.route('**/open/cards/*', (route) => route.abort())
  await gateOn(page).getByRole('button', { name: 'Show it' }).click()
  await page.waitForURL('/open/facts/49')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(CANARY)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a plain link leads to a page of its own, from the page and from the fact’s address', async ({
    page,
  }) => {
    await page.goto(PAGE)
    await gateOn(page).getByRole('link', { name: 'Show it' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(CANARY)
    await page.goto('/facts/49')
    await expect(page.getByText(CANARY)).toHaveCount(0)
    await expect(page).toHaveTitle(/^Fact 49 is closed/)
    await page.getByRole('link', { name: 'Show it' }).click()
    await expect(page).toHaveURL('/open/facts/49')
  })
})
