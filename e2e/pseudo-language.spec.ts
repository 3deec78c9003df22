import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { hardWiredOn } from './support/hard-wired'
import { forEverybody, forWriters, widerThanTheScreen } from './support/screens'
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

/** A page of somebody, and the names of people, which are no words of the wiki. */
async function come(browser: Browser, person?: Person): Promise<{ page: Page; names: string[] }> {
  const context = await browser.newContext({ baseURL: wiki.address })
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
    await expect(page.locator('.edit-loading')).toHaveCount(0)
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 740 })
      expect.soft(await widerThanTheScreen(page), `${path} at ${width}`).toEqual([])
      expect.soft(await hardWiredOn(page, names), `${path} at ${width}`).toEqual([])
    }
  }
  expect.soft(errors).toEqual([])
}

test('who reads in another language reads no English', async ({ browser }) => {
  test.slow()
  const { page, names } = await come(browser)
  await expectNothingHardWired(
    page,
    ['Nobody has written this', 'Kit', 'zzqqzzqq', ...names],
    Object.values(forEverybody).flat(),
  )
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
  await expectNothingHardWired(page, [...names, word], [...forWriters, path, `${path}/amend`])
  await page.context().close()

  const editForm = await come(browser, moderator)
  await editForm.page.goto('/wiki/Olivia_Colman')
  const id = await editForm.page.locator('[data-entry]').first().getAttribute('data-entry')
  await editForm.page.goto(`/entries/${id}/rename`)
  await editForm.page.locator('[name=title]').first().fill(`Olivia ${word}`)
  await editForm.page.locator('[name=reason]').first().fill(word)
  await editForm.page.locator('[name=reason]').first().press('Enter')
  await editForm.page.waitForURL(/\/wiki\//)
  await editForm.page.goto(`/history/Olivia_${word}`)
  const hrefs = ['/diff/', '/revert/'].map((start) =>
    editForm.page.locator(`a[href^="${start}"]`).first().getAttribute('href'),
  )
  const [diff, revert] = (await Promise.all(hrefs)).map((href) => href ?? '')
  const review = path.replace('submissions', 'review')
  await expectNothingHardWired(
    editForm.page,
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
  await editForm.page.context().close()
})
