import type { Locator, Page } from '@playwright/test'
import { publishSeasons } from './support/places'
import { expect, test } from './support/story'

const MANY = 20

const header = (page: Page) => page.locator('header').getByRole('link', { name: /^How far I am/ })
const strips = (within: Page | Locator, work: string) =>
  within.getByRole('group', { name: `${work}: I’ve seen up to` })
const season = (within: Page | Locator, work: string, number: number) =>
  strips(within, work).getByRole('button', { name: `Season ${number}`, exact: true })
const lockOf = (page: Page, number: number) =>
  page.getByRole('region', { name: 'Spoiler lock' }).filter({ hasText: `Season ${number} of` })

/** Where something begins on the screen, rounded: nothing that the reader looks at may move. */
const topOf = async (what: Locator) => Math.round((await what.boundingBox())?.y ?? Number.NaN)

/** The paths of this wiki that a page leads to. */
async function waysFrom(page: Page, path: string): Promise<string[]> {
  const html = await (await page.request.get(path)).text()
  const ways = [...html.matchAll(/href="(\/[^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
  return [...new Set(ways)].filter((way) => !/^\/(?:_next|open|elements|sign-|api|edit|new|report)/.test(way))
}

test('a reader at season one says so in two taps, and walks on without season two', async ({
  page,
  moderator,
}) => {
  test.slow()
  const world = await publishSeasons(moderator)
  const { work, path, passage, fact, value } = world
  await page.goto(path)
  const main = page.locator('main')
  for (const word of [...passage, ...fact]) await expect(main).not.toContainText(word)

  await header(page).click()
  await season(page, work, 1).click()
  await expect(main).toContainText(passage[0])
  await expect(main).toContainText(fact[0])
  for (const two of [passage[1], fact[1]]) await expect(main).not.toContainText(two)
  await expect(header(page)).toHaveAccessibleName('How far I am: S1')
  const shown = () =>
    header(page)
      .locator('span')
      .evaluate((words) => getComputedStyle(words, '::after').content)
  await expect.poll(shown).toBe('"S1"')
  await page.reload()
  await expect(main).toContainText(fact[0])

  const ways = new Set([path, '/facts', '/pages', '/recent', '/', ...(await waysFrom(page, path))])
  for (const list of ['/facts', '/recent']) for (const way of await waysFrom(page, list)) ways.add(way)
  const walked = [...ways].slice(0, 2 * MANY)
  expect(walked.length).toBeGreaterThanOrEqual(MANY)
  for (const way of walked) {
    const html = await (await page.request.get(way)).text()
    for (const later of [passage[1], fact[1], value]) expect(html, way).not.toContain(later)
  }
  // The address repeats what was searched for; what is found is in the list.
  await page.goto(`/search?q=${fact[1]}`)
  await expect(page.locator('main').getByText(`They are ${fact[1]}`)).toHaveCount(0)
  await page.goto(`/search?q=${fact[0]}`)
  await expect(page.locator('main').getByText(`They are ${fact[0]}`).first()).toBeVisible()
  const suggested = await page.request.get(`/api/suggest?q=${fact[1]}&kinds=fact`)
  expect(await suggested.text()).not.toContain(`They are ${fact[1]}`)

  // Feeds and pictures go out to everybody, whatever this reader has seen: of what has a place, nothing is in them.
  for (const feed of ['recent.atom', 'recent.json', 'facts.atom', 'facts.json']) {
    const followed = await page.request.get(`/feeds/${feed}`)
    expect(followed.status(), feed).toBe(200)
    for (const word of fact) expect(await followed.text(), feed).not.toContain(word)
  }
  await page.goto(path)
  const closed = await page.locator('a[href^="/open/facts/"]').first().getAttribute('href')
  const picture = await page.request.get(`/share/fact-${closed?.split('/').at(-1)}.png`)
  expect(picture.status()).toBe(404)
})

test('a lock says where, opens one thing once, and moves nothing above it', async ({ page, moderator }) => {
  const { work, path, passage, fact } = await publishSeasons(moderator)
  await page.goto(path)
  const main = page.locator('main')
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname))

  const locked = page
    .locator('section.gate')
    .filter({ hasText: `Season 2 of ${work}` })
    .last()
  await locked.scrollIntoViewIfNeeded()
  const before = await topOf(locked)
  await locked.getByRole('button', { name: 'Show it' }).click()
  await expect(main).toContainText(fact[1])
  expect(await topOf(locked)).toBe(before)
  expect(fetched.filter((one) => one.startsWith('/open/'))).toHaveLength(1)
  // It stays open; the passage of the same season does not open with it.
  await page.reload()
  await expect(main).toContainText(fact[1])
  await expect(main).not.toContainText(passage[1])

  // Having seen that far is one tap, and one to take it back.
  const passages = lockOf(page, 1).first()
  await passages.scrollIntoViewIfNeeded()
  const top = await topOf(passages)
  await passages.getByRole('button', { name: 'I’ve seen this' }).click()
  await expect(main).toContainText(passage[0])
  expect(await topOf(page.locator('#one'))).toBe(top)
  await expect(page.locator('#one')).toBeFocused()
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(main).not.toContainText(passage[0])
  await expect(main).toContainText(fact[1])

  // The same strips stand below the lock when asked for; seeing all of it is one tap.
  const again = lockOf(page, 2).first()
  await again.getByRole('link', { name: 'Set how far I am' }).click()
  await expect(season(again, work, 2)).toBeVisible()
  await again.getByRole('button', { name: 'I’ve seen it all' }).click()
  for (const word of [...passage, ...fact]) await expect(main).toContainText(word)
  await expect(page.locator('section.gate')).toHaveCount(0)
})

test('the choice is made by keyboard alone, and marks where one is; a tap opens a value of the infobox', async ({
  page,
  moderator,
}) => {
  const { work, path, fact, value } = await publishSeasons(moderator)
  await page.goto(path)
  await page.evaluate(() => customElements.whenDefined('loreleaf-progress'))
  await header(page).focus()
  await page.keyboard.press('Enter')
  const first = page.locator('.far-panel button').first()
  await expect(first).toBeFocused()
  await season(page, work, 2).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toContainText(fact[1])
  await header(page).click()
  await expect(season(page, work, 2)).toHaveAttribute('aria-pressed', 'true')
  await expect(season(page, work, 1)).toHaveClass(/in/)
  await page.keyboard.press('Escape')
  await expect(page.locator('.far-panel')).toBeHidden()

  // Of a value behind a lock its field is named, and where it opens.
  const box = page.locator('.box')
  await expect(box).toContainText('Visual effects')
  await expect(page.locator('main')).not.toContainText(value)
  await box
    .getByRole('region', { name: 'Spoiler lock' })
    .getByRole('button', { name: 'I’ve seen this' })
    .click()
  await expect(box).toContainText(value)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the same is a page with a form, and each lock has a button and links', async ({
    page,
    moderator,
  }) => {
    const { work, path, passage, fact, value } = await publishSeasons(moderator)
    const main = page.locator('main')
    await page.goto(path)
    await header(page).click()
    await season(page, work, 1).click()
    await expect(page).toHaveURL(path)
    await expect(main).toContainText(fact[0])
    await expect(main).not.toContainText(fact[1])
    await lockOf(page, 2).first().getByRole('button', { name: 'I’ve seen this' }).click()
    await expect(page).toHaveURL(`${path}#two`)
    await expect(main).toContainText(passage[1])
    await expect(main).not.toContainText(value)
    await lockOf(page, 3).getByRole('button', { name: 'I’ve seen this' }).click()
    await expect(page).toHaveURL(path)
    await expect(main).toContainText(value)
    await page.goto(`/progress?next=${encodeURIComponent('https://elsewhere.example/')}`)
    await expect(season(page, work, 3)).toHaveAttribute('aria-pressed', 'true')
    await page.getByRole('button', { name: 'I’ve seen nothing yet' }).click()
    await expect(page).toHaveURL('/')
    await page.goto(path)
    await expect(main).not.toContainText(fact[0])
  })
})

test('a cookie that is odd, of another wiki or of nothing that there is changes no byte', async ({
  page,
  moderator,
}) => {
  const { path } = await publishSeasons(moderator)
  const everybody = await page.request.get(path)
  const wiki = /data-wiki="([^"]+)"/.exec(await everybody.text())?.[1]
  for (const value of [
    `00000000~all`,
    `${wiki}~w1p1~x`,
    `${wiki}~w999999999p999999998`,
    `${wiki}~<script>`,
    `${wiki}~${'f1~'.repeat(700)}`,
  ]) {
    const answer = await page.request.get(path, { headers: { cookie: `loreleaf_progress=${value}` } })
    expect(answer.headers().etag, value).toBe(everybody.headers().etag)
    expect(await answer.text(), value).toBe(await everybody.text())
  }
  const refused = await page.request.post('/api/progress', { form: { seen: '<script>' }, maxRedirects: 0 })
  expect(refused.status()).toBe(403)
})

test('signed in, two devices say the same: the later word holds of each work, and nothing is lost', async ({
  page,
  moderator,
  newFan,
  anotherVisitor,
}) => {
  const [mine, other] = [await publishSeasons(moderator), await publishSeasons(moderator)]
  const person = await newFan(page)
  await page.goto(mine.path)
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/api/progress'))
  await header(page).click()
  await season(page, mine.work, 1).click()
  // In place, or by the form of the page that the link leads to before its element is there.
  expect([204, 303]).toContain((await kept).status())

  const laptop = await anotherVisitor()
  await laptop.goto(other.path)
  await header(laptop).click()
  await season(laptop, other.work, 2).click()
  await expect(laptop.locator('main')).toContainText(other.fact[1])
  const signIn = await anotherVisitor(person)
  await signIn.goto(mine.path)
  await expect(signIn.locator('main')).toContainText(mine.fact[0])

  await laptop.goto('/sign-in')
  await laptop.getByLabel('Name').fill(person.name)
  await laptop.getByLabel('Password', { exact: true }).fill(person.password)
  await laptop.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await laptop.waitForURL((url) => url.pathname !== '/sign-in')
  await laptop.goto(mine.path)
  await expect(laptop.locator('main')).toContainText(mine.fact[0])
  await expect(laptop.locator('main')).not.toContainText(mine.fact[1])

  // The phone learns of the laptop's work by itself, with the next page.
  await page.goto(other.path)
  await expect(async () => {
    await page.reload()
    await expect(page.locator('main')).toContainText(other.fact[1], { timeout: 1_000 })
  }).toPass({ timeout: 10_000 })
})
