import type { Locator, Page } from '@playwright/test'
import { expect, freshWord, test } from './support/story'

/** Goes on with Tab until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${target} cannot be reached with Tab`)
}

test('from the front page to a source with the keyboard alone', async ({ page }) => {
  await page.goto('/')
  const main = page.getByRole('main')
  await tabTo(page, main.getByRole('link', { name: /^Fact \d+$/ }).first())
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/facts\/\d+$/)
  await tabTo(page, main.locator('a[href^="/sources/"]').first())
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/sources\/\d+$/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('every list is reached from the front page, and is right, without scripts', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/')
  const ways = page.getByRole('main').locator('.ways-in a')
  const paths = await ways.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  expect(paths.length).toBeGreaterThan(10)
  for (const path of paths.filter((one) => one !== '/random')) {
    expect((await page.goto(path))?.status(), path).toBe(200)
    await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1)
  }
  const main = page.getByRole('main')
  const leads = async (from: string, name: string | RegExp, to: string | RegExp) => {
    await page.goto(from)
    await main.getByRole('link', { name }).first().click()
    await expect(page).toHaveURL(to)
  }
  await leads('/titles', 'J', '/titles?from=j')
  await leads('/titles?from=j', 'Joe Locke', '/wiki/Joe_Locke')
  await leads('/speakers', /^Joe Locke/, '/speakers/Joe_Locke')
  await expect(main.getByRole('article').first()).toContainText('Joe Locke')
  await leads('/outlets', /^Netflix\b/, /\/sources\?outlet=netflix/)
  await expect(main.locator('.records li').first()).toContainText('Netflix')
  await leads('/timeline', '2022', '/timeline?from=2022')
  await expect(main.getByRole('heading', { level: 2, name: '2022' })).toBeVisible()
  await leads('/timeline', 'Seasons', '/timeline?of=season')
  await expect(main.locator('.year li.span').first()).toContainText('Filmed')
  await context.close()
})

test('any page is another one each time, and never the same for everybody', async ({ request }) => {
  const asked = await Promise.all(
    Array.from({ length: 8 }, () => request.get('/random', { maxRedirects: 0 })),
  )
  for (const answer of asked) {
    expect(answer.status()).toBe(303)
    expect(answer.headers()['cache-control']).toContain('no-store')
  }
  const paths = asked.map((answer) => answer.headers().location)
  expect(new Set(paths).size).toBeGreaterThan(1)
  expect(await (await request.get(paths[0] ?? '')).text()).toContain('<h1')
})

test('what an owner sets shows on the front page at once, in the order they chose, and in the public log', async ({
  owner,
  page,
}) => {
  const reason = `We like it so ${freshWord()}`
  const front = page.getByRole('main')
  const isFirst = (one: string, other: string) =>
    front.evaluate(
      (main, [a, b]) => {
        const places = [a, b].map((selector) => main.querySelector(selector ?? ''))
        return Boolean(
          places[0] &&
            places[1] &&
            places[0].compareDocumentPosition(places[1]) & Node.DOCUMENT_POSITION_FOLLOWING,
        )
      },
      [one, other],
    )
  await page.goto('/')
  expect(await isFirst('.ways-in', '.figures')).toBe(true)

  const swap = async (tenth: string, eleventh: string) => {
    await owner.goto('/settings')
    await owner.getByRole('link', { name: 'Change (Front page)' }).click()
    await owner.getByLabel('Place 10').selectOption({ label: tenth })
    await owner.getByLabel('Place 11').selectOption({ label: eleventh })
    await owner.getByLabel('Why?').fill(reason)
    await owner.getByRole('button', { name: 'Save' }).click()
    await expect(owner.getByRole('status').filter({ hasText: 'Saved: Front page' })).toBeVisible()
  }
  await swap('Figures of the wiki', 'Ways to look around')
  await page.goto('/')
  expect(await isFirst('.figures', '.ways-in')).toBe(true)
  await page.goto('/log?act=setting.change')
  await expect(front).toContainText('changed a setting of the wiki: Front page')
  await expect(front).toContainText(reason)
  await swap('Ways to look around', 'Figures of the wiki')
  await page.goto('/')
  expect(await isFirst('.ways-in', '.figures')).toBe(true)
})
