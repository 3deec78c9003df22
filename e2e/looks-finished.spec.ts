import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import {
  addParagraphs,
  inAddress,
  openEditForm,
  publishNewPage,
  send,
  sendForReview,
} from './support/edit-form'
import { forEverybody, forWriters, widerThanTheScreen } from './support/screens'
import { expect, test } from './support/story'
import { missingStyles } from './support/styles'

/** On each of these pages: every style, nothing that shuts people out, light or dark, and nothing wider than a phone. */
async function expectFinished(page: Page, paths: string[]): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const path of paths) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expect(page.getByText('Loading editor')).toHaveCount(0)
    expect.soft(await missingStyles(page), path).toEqual([])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect.soft(await seriousFaults(page, colorScheme), `${path} in ${colorScheme}`).toEqual([])
    }
    const { width, height } = page.viewportSize() ?? { width: 1280, height: 720 }
    await page.setViewportSize({ width: 360, height: 740 })
    expect.soft(await widerThanTheScreen(page), `${path} on a phone`).toEqual([])
    await page.setViewportSize({ width, height })
  }
}

/** In the dark only the colours differ, so only they are looked at again. */
async function seriousFaults(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (colorScheme === 'light' ? axe : axe.withRules('color-contrast')).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
    )
}

for (const [what, paths] of Object.entries(forEverybody)) {
  test(`${what} looks finished`, async ({ page }) => {
    test.slow()
    await expectFinished(page, paths)
  })
}

test('where one writes looks finished', async ({ page, newFan }) => {
  test.slow()
  await newFan(page)
  await expectFinished(page, forWriters)
})

test('where one reviews, compares and reverts looks finished', async ({
  page,
  newFan,
  accounts,
  anotherVisitor,
}) => {
  test.slow()
  const moderator = await anotherVisitor(accounts.moderator)
  const title = await publishNewPage(moderator, { paragraphs: ['As it was.'] })
  await openEditForm(moderator, title)
  await addParagraphs(moderator, 'As it is.')
  await send(moderator)
  await moderator.waitForURL(`/wiki/${inAddress(title)}`)
  await newFan(page)
  await openEditForm(page, title)
  await addParagraphs(page, 'As it could be.')
  const submission = await sendForReview(page, 'A thought')
  await expectFinished(page, [`/submissions/${submission}`, `/submissions/${submission}/amend`])

  await moderator.goto(`/history/${inAddress(title)}`)
  const changed = await addressOf(moderator.getByRole('link', { name: 'what changed' }))
  const revert = await addressOf(moderator.getByRole('link', { name: /^revert/i }))
  await expectFinished(moderator, [`/review/${submission}`, '/review', changed, revert])
})

const addressOf = async (link: Locator) => (await link.first().getAttribute('href')) ?? ''
