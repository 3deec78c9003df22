import type { Locator, Page } from '@playwright/test'
import { routeAt } from '@/lib/routes/at-path'
import { inAddress } from './support/edit-form'
import { faultsOn } from './support/faults'
import { publishEdit, publishNewPage, submitEdit } from './support/past-forms'
import { publishSeasons } from './support/places'
import { forEverybody, forWriters, sharedScreens, widerThanTheScreen } from './support/screens'
import { expect, test } from './support/story'
import { missingStyles } from './support/styles'

/** From 400 % of 1280 pixels to a large screen. */
const WIDTHS = [320, 360, 768, 1920]

const graveFaultsOn = async (page: Page) =>
  (await faultsOn(page)).filter((fault) => /^(serious|critical)/.test(fault))

/** On each of these pages: every style, nothing that shuts people out, light or dark, and nothing wider than a phone. */
async function expectFinished(page: Page, paths: string[], faults = graveFaultsOn): Promise<void> {
  for (const path of paths) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expect(page.getByText('Loading editor')).toHaveCount(0)
    expect.soft(await missingStyles(page), path).toEqual([])
    expect.soft(await faults(page), path).toEqual([])
    const { width, height } = page.viewportSize() ?? { width: 1280, height: 720 }
    for (const other of WIDTHS) {
      await page.setViewportSize({ width: other, height: 740 })
      expect.soft(await widerThanTheScreen(page), `${path} at ${other} pixels`).toEqual([])
    }
    await page.setViewportSize({ width, height })
  }
}

/** Shown where another test finds them: what is closed, opened by itself, and what other sites frame. */
const elsewhere = [
  '/threads/[id]',
  '/open/cards/[revision]',
  '/open/passages/[entry]/[block]',
  '/embed/facts/[number]',
]

test('every page that is the same for everybody is looked at', () => {
  const looked = Object.values(forEverybody)
    .flat()
    .map((path) => routeAt(path)?.route.pattern)
  expect(sharedScreens().filter((pattern) => !looked.includes(pattern))).toEqual(elsewhere)
})

for (const [what, paths] of Object.entries(forEverybody)) {
  test(`${what} looks finished`, async ({ page }) => {
    await expectFinished(page, paths, faultsOn)
  })
}

test('what is closed looks finished, and so does what opens it, and a fact on another site', async ({
  page,
  moderator,
}) => {
  const { path } = await publishSeasons(moderator)
  const html = await (await page.request.get(path)).text()
  const ways = [...html.matchAll(/"(\/open\/[^"]+)"/g)].map(([, way = '']) => way)
  const opens = elsewhere.slice(1, 3).map((pattern) => {
    const way = ways.find((one) => routeAt(one)?.route.pattern === pattern)
    return way ?? pattern
  })
  await moderator.goto('/new/thread?entry=1')
  await moderator.getByLabel('What is it about?').fill('The beginning')
  await moderator.getByLabel('Your words').fill('Where is this from?\n\n> as it stands there')
  await moderator.getByRole('button', { name: /^Send/ }).click()
  await moderator.waitForURL(/\/threads\/\d+/)
  await expectFinished(page, [path, ...opens, new URL(moderator.url()).pathname])
  await page.goto('/embed/facts/1')
  expect(await faultsOn(page)).toEqual([])
  await page.setViewportSize({ width: 280, height: 400 })
  expect(await widerThanTheScreen(page)).toEqual([])
})

test('where one writes looks finished', async ({ page, newFan }) => {
  await newFan(page)
  await expectFinished(page, forWriters)
})

test('where one reviews, compares and reverts looks finished', async ({ page, newFan, moderator }) => {
  const title = await publishNewPage(moderator, { paragraphs: ['As it was.'] })
  await publishEdit(moderator, title, { paragraphs: ['As it was.', 'As it is.'] })
  await newFan(page)
  const paragraphs = ['As it was.', 'As it is.', 'As it could be.']
  const submission = await submitEdit(page, title, { base: 2, paragraphs, summary: 'A thought' })
  await expectFinished(page, [
    `/submissions/${submission}`,
    `/submissions/${submission}/amend`,
    `/submissions/${submission}/look`,
  ])

  await moderator.goto(`/history/${inAddress(title)}`)
  const changed = await addressOf(moderator.getByRole('link', { name: 'what changed' }))
  const revert = await addressOf(moderator.getByRole('link', { name: /^revert/i }))
  await expectFinished(moderator, [`/review/${submission}`, '/review', changed, revert])
})

const addressOf = async (link: Locator) => (await link.first().getAttribute('href')) ?? ''
