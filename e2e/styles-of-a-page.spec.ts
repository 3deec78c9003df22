import type { Page } from '@playwright/test'
import {
  addParagraphs,
  inAddress,
  openEditForm,
  send,
  sendForReview,
  writeNewPage,
} from './support/edit-form'
import { accept, openCase } from './support/review'
import { expect, test } from './support/story'
import { classesOnlyOf, missingStyles } from './support/styles'

const forReaders = [
  '/',
  '/wiki/Heartstopper_(TV_series)',
  '/wiki/Nobody_has_written_this',
  '/facts',
  '/facts/1',
  '/facts/49',
  '/open/facts/49',
  '/sources',
  '/sources/1',
  '/pages',
  '/recent',
  '/log',
  '/history/Olivia_Colman',
  '/links/Olivia_Colman',
  '/info/Olivia_Colman',
  '/accounts/1',
  '/revisions/100',
  '/diff/0/1',
]

const forModerators = [
  '/moderation',
  '/moderation/reports',
  '/review',
  '/entries/1/protect',
  '/entries/1/delete',
  '/entries/1/hide',
  '/accounts/2/block',
  '/accounts/2/rename',
]

const forAnybodyWhoActs = ['/diff/0/1', '/report?fact=1', '/report/status', '/recover', '/new/fact']

/** What a page for readers has no use for. */
const OF_OTHERS = [
  'review.css',
  'case.css',
  'reports.css',
  'acts.css',
  'edit-form.css',
  'editor.css',
  'picker.css',
  'saving.css',
]

async function expectDressed(page: Page, where = page.url()): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  expect.soft(await missingStyles(page), where).toEqual([])
}

test('the first screen of a page for readers waits for nothing but itself', async ({ page, request }) => {
  // No style sheet comes: what stands above is laid out without it.
  await page.route('**/sheets/*', (route) => route.abort())
  for (const path of forReaders) {
    const answer = await request.get(path)
    expect(answer.headers().link, path).toBeUndefined()
    const html = await answer.text()
    const blocking = [...html.matchAll(/<script\b[^>]*\bsrc=[^>]*>/g)].filter(
      ([tag]) => !/ type="module"/.test(tag),
    )
    expect(blocking, path).toEqual([])
    const [above, below] = html.split('<link rel="stylesheet" href="/sheets/')
    expect(above, path).toMatch(/<style>[^<]{5000,}<\/style>[\s\S]*<main/)
    expect(above, path).not.toContain('<footer class="site-foot')
    expect(below, path).toContain('<footer class="site-foot')
    // The font is asked for, but behind all that the page says.
    expect(html, path).toMatch(/<link rel="preload" as="font"[^>]*serif-4-latin-wght-normal[^>]*><\/body>/)
    await page.goto(path)
    await expect(page.locator('header.bar'), path).toHaveCSS('display', 'grid')
    await expect(page.locator('h1').first(), path).toHaveCSS('font-family', /Source Serif/)
  }
})

test('it carries no styles of writing, reviewing or reporting', async ({ request }) => {
  const foreign = classesOnlyOf(OF_OTHERS)
  expect(foreign).toEqual(expect.arrayContaining(['review-screen', 'case-item', 'report-lines', 'act-sheet']))
  for (const path of forReaders) {
    const html = await (await request.get(path)).text()
    const styles = [...html.matchAll(/<style [^>]*>([\s\S]*?)<\/style>/g)].map(([, text]) => text).join('')
    const classes = new Set([...styles.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name))
    expect
      .soft(
        foreign.filter((name) => classes.has(name)),
        path,
      )
      .toEqual([])
  }
})

test('what scripts put into a page has its styles, and nothing of the page loses its own', async ({
  page,
}) => {
  const adopted = () => page.evaluate(() => document.adoptedStyleSheets.length)
  for (const path of ['/facts/49', '/wiki/Heartstopper_(TV_series)']) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    expect(await adopted(), path).toBe(0)
    await page.locator('header').getByRole('link', { name: 'How far I am' }).click()
    await expect(page.locator('.far-panel form')).toBeVisible()
    await expectDressed(page, `${path}, how far I am`)
    await page.keyboard.press('Escape')
    await page.locator('header').getByRole('button', { name: 'Menu' }).click()
    await expect(page.getByRole('navigation', { name: 'Menu' })).toBeVisible()
    await page.keyboard.press('Escape')
  }
  for (const badge of await page.locator('.opens > a').all()) await badge.click()
  await expect(page.locator('.evidence .means')).toHaveCount(await page.locator('.opens > a').count())
  await page.locator('.marks a.ref').first().click()
  await expect(page.getByRole('complementary', { name: /^Source/ })).toBeVisible()
  await expectDressed(page, 'what opens on a page of facts')
})

// The others are looked at with all else that makes a page finished (`looks-finished.spec.ts`).
test('every page has all the styles that concern what is on it', async ({ page, moderator }) => {
  for (const path of forAnybodyWhoActs) {
    await page.goto(path)
    await expectDressed(page)
  }
  for (const path of forModerators) {
    await moderator.goto(path)
    await expectDressed(moderator)
  }
})

test('from reading to writing, to review, to what changed, and back, each page is dressed', async ({
  page,
  newFan,
  moderator,
}) => {
  const title = await writeNewPage(moderator, { paragraphs: ['As it was.'] })
  await expectDressed(moderator, 'the page that was written')
  await newFan(page)
  await page.goto(`/wiki/${inAddress(title)}`)
  await page.getByRole('link', { name: 'Edit', exact: true }).first().click()
  await openEditForm(page, title)
  await expectDressed(page, 'the edit form')
  await addParagraphs(page, 'As it could be.')
  const submission = await sendForReview(page, 'A thought')
  await expectDressed(page, 'what was sent')

  await openCase(moderator, submission)
  await expectDressed(moderator, 'the case')
  await accept(moderator, submission)
  await expectDressed(moderator, 'after it')
  await moderator.goto(`/history/${inAddress(title)}`)
  await moderator.getByRole('link', { name: 'what changed' }).first().click()
  await expect(moderator.locator('.diff').first()).toBeVisible()
  await expectDressed(moderator, 'what changed')
  await moderator.goBack()
  await expectDressed(moderator, 'back in the history')
  await openEditForm(moderator, title)
  await addParagraphs(moderator, 'As it is.')
  await send(moderator)
  await moderator.waitForURL(`/wiki/${inAddress(title)}`)
  await expectDressed(moderator, 'back on the page')
})
