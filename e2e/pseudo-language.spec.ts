import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { hardWiredOn } from './support/hard-wired'
import { expect, freshWord, type Person, test } from './support/story'
import { startWiki, type Wiki } from './support/wiki'

/** A wiki in a language that nobody speaks: accented, longer, written from right to left (`lib/messages/pseudo/`). */
let wiki: Wiki
let home: string
let people: Person[]

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(300_000)
  home = mkdtempSync(join(tmpdir(), 'loreleaf-pseudo-'))
  // Started by root, the database has a user of its own, who must be able to pass.
  chmodSync(home, 0o711)
  const data = join(home, 'data')
  wiki = await startWiki({ LORELEAF_DATA: data, LORELEAF_LANGUAGE: 'qps-plocm', LORELEAF_RENDERERS: '1' })
  people = JSON.parse(readFileSync(join(data, 'accounts.json'), 'utf8'))
})

test.afterAll(async () => {
  await wiki?.end('SIGTERM')
  if (home) rmSync(home, { recursive: true, force: true })
})

const READ = [
  '/',
  '/wiki/Olivia_Colman',
  '/wiki/Heartstopper_(TV_series)',
  '/wiki/Nobody_has_written_this',
  '/facts/1',
  '/sources/1',
  '/history/Olivia_Colman',
  '/revisions/100',
  '/links/Olivia_Colman',
  '/info/Olivia_Colman',
  '/accounts/1',
  '/log',
  '/facts/49',
  '/open/facts/49',
  '/facts',
  '/sources',
  '/pages',
  '/recent',
  '/search?q=Kit',
  '/sign-in',
  '/sign-up',
]

const WRITTEN = [
  '/account',
  '/account/name',
  '/account/password',
  '/account/recovery-code',
  '/account/sessions',
  '/recover',
  '/edit/Olivia_Colman',
  '/new/fact',
  '/new/source',
  '/submissions',
]

/** A page of somebody, and the names of people, which are no words of the wiki. */
async function come(browser: Browser, person?: Person): Promise<{ page: Page; names: string[] }> {
  const context = await browser.newContext({ baseURL: wiki.address, reducedMotion: 'reduce' })
  const page = await context.newPage()
  if (person) {
    await page.goto('/sign-in')
    await page.locator('[name=name]').fill(person.name)
    await page.locator('[name=password]').fill(person.password)
    await page.locator('[name=password]').press('Enter')
    await page.waitForURL((url) => url.pathname !== '/sign-in')
  }
  // Their names, and what stands for a name where there is little room.
  return { page, names: people.flatMap(({ name }) => [name, name.slice(0, 2).toUpperCase()]) }
}

/** On each of these pages: the language it says it is in, no words of another, and room for longer ones on a phone. */
async function expectNothingHardWired(page: Page, names: string[], paths: string[]): Promise<void> {
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 404/.test(message.text())) errors.push(message.text())
  })
  for (const path of paths) {
    await page.setViewportSize({ width: 1280, height: 740 })
    await page.goto(path)
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await expect(page.locator('html')).toHaveAttribute('lang', 'qps-plocm')
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expect(page.locator('.desk-loading')).toHaveCount(0)
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 740 })
      expect.soft(await widthToScroll(page), `${path} at ${width}`).toEqual([])
      expect.soft(await hardWiredOn(page, names), `${path} at ${width}`).toEqual([])
    }
  }
  expect.soft(errors).toEqual([])
}

/** What makes a page scroll sideways, when it does; from right to left, that is what stands out at the left. */
const widthToScroll = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect()
        return left < -1 || right > clientWidth + 1
      })
      .map((element) => element.outerHTML.slice(0, 160))
  })

test('who reads in another language reads no English', async ({ browser }) => {
  test.slow()
  const { page, names } = await come(browser)
  await expectNothingHardWired(page, ['Nobody has written this', 'Kit', ...names], READ)
  await page.context().close()
})

test('nor does who writes and reviews', async ({ browser }) => {
  test.slow()
  const [fan, moderator] = people
  const word = freshWord()
  const { page, names } = await come(browser, fan)
  await page.goto('/new/fact')
  await page.locator('[name=statement]').fill(word)
  await page.locator('form:has([name=statement]) [type=submit]').last().click()
  await expect(page.locator('a[href^="/submissions/"]').first()).toBeVisible()
  const path = (await page.locator('a[href^="/submissions/"]').first().getAttribute('href')) ?? ''
  await expectNothingHardWired(page, [...names, word], [...WRITTEN, path, `${path}/amend`])
  await page.context().close()

  const desk = await come(browser, moderator)
  await desk.page.goto('/wiki/Olivia_Colman')
  const id = await desk.page.locator('[data-entry]').first().getAttribute('data-entry')
  await desk.page.goto(`/entries/${id}/rename`)
  await desk.page.locator('[name=title]').first().fill(`Olivia ${word}`)
  await desk.page.locator('[name=reason]').first().fill(word)
  await desk.page.locator('[name=reason]').first().press('Enter')
  await desk.page.waitForURL(/\/wiki\//)
  await desk.page.goto(`/history/Olivia_${word}`)
  const hrefs = ['/diff/', '/revert/'].map((start) =>
    desk.page.locator(`a[href^="${start}"]`).first().getAttribute('href'),
  )
  const [diff, revert] = (await Promise.all(hrefs)).map((href) => href ?? '')
  const review = path.replace('submissions', 'review')
  await expectNothingHardWired(
    desk.page,
    [`Olivia ${word}`, 'Olivia', 'Colman', word, ...names],
    [
      review,
      '/review',
      diff ?? '',
      revert ?? '',
      '/moderation',
      '/moderation/reports',
      '/log',
      `/entries/${id}/protect`,
      `/entries/${id}/delete`,
      `/entries/${id}/rename`,
    ],
  )
  await desk.page.context().close()
})
