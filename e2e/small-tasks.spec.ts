import type { Page } from '@playwright/test'
import { citationOf } from '@/lib/content/fresh-citation'
import { entryAt, publishNewFact, publishNewPage, rewordFact } from './support/past-forms'
import { widerThanTheScreen } from './support/screens'
import { expect, freshWord, test } from './support/story'

const answer = (page: Page, words: RegExp) => page.getByRole('button', { name: words })

test.describe('by thumb', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  test('twenty small tasks: one is taken back and one skipped, and ten is a natural end', async ({
    page,
    newFan,
  }) => {
    await newFan(page)
    await page.goto('/tasks?of=check')
    for (const round of [1, 2]) {
      for (let card = 1; card <= 10; card++) {
        await expect(page.getByText(`${card} of 10`, { exact: true })).toBeVisible()
        if (card === 3) {
          await page.getByRole('button', { name: 'Undo' }).tap()
          await expect(page.getByText('2 of 10', { exact: true })).toBeVisible()
          await answer(page, /In part/).tap()
          await expect(page.getByText('3 of 10', { exact: true })).toBeVisible()
        }
        if (card === 5) {
          const statement = await page.locator('.task-claim').textContent()
          await answer(page, /Skip/).tap()
          await expect(page.getByText('Skipped.', { exact: false })).toBeVisible()
          await expect(page.locator('.task-claim')).not.toHaveText(statement ?? '')
        }
        if (card === 7) {
          expect(await widerThanTheScreen(page)).toEqual([])
          const { y = 0, height = 0 } = (await answer(page, /Says this/).boundingBox()) ?? {}
          expect(height).toBeGreaterThanOrEqual(52)
          expect(y).toBeGreaterThan(370)
        }
        await answer(page, /Says this/).tap()
      }
      await expect(page.getByRole('heading', { name: 'That was ten. A good place to stop.' })).toBeVisible()
      if (round === 1) await page.getByRole('link', { name: 'Ten more' }).tap()
    }
    await page.getByRole('link', { name: 'Back to reading' }).tap()
    await page.waitForURL('/')
  })
})

test('a checked fact names who looked, by keyboard, and loses that when it is reworded', async ({
  page,
  moderator,
  owner,
}) => {
  const [title, word] = [await publishNewPage(moderator), freshWord()]
  const citations = [citationOf(await entryAt(moderator, '/sources/1'))]
  const number = await publishNewFact(moderator, title, `He wore the ${word} shirt.`, { citations })
  await publishNewPage(owner)
  const { name } = await (await owner.request.get('/api/me')).json()
  await owner.goto(`/facts/${number}`)
  await owner.getByRole('link', { name: /^I checked/ }).click()
  await owner.getByLabel('Where in it?').fill('12:34')
  await owner.getByRole('heading', { level: 1 }).click()
  await owner.keyboard.press('1')
  await owner.waitForURL(`/facts/${number}`)
  await expect(async () => {
    await page.goto(`/facts/${number}`)
    await expect(page.getByText(/^Checked by 1/).last()).toContainText(name, { timeout: 500 })
  }).toPass()

  await moderator.goto(`/facts/${number}`)
  await moderator.getByRole('link', { name: /^I checked/ }).click()
  await expect(moderator.getByText('You wrote this, or brought the source')).toBeVisible()

  await rewordFact(moderator, { number, about: title, statement: `He wore the ${word} shoes.`, citations })
  await expect(async () => {
    await page.goto(`/facts/${number}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('shoes', { timeout: 500 })
  }).toPass()
  await expect(page.getByText(/^Checked by/)).toHaveCount(0)
})
