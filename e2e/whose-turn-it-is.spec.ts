import type { Page } from '@playwright/test'
import { editFormOf, inAddress, rewriteParagraph, sendForReview } from './support/edit-form'
import { publishNewPage, submitEdit } from './support/past-forms'
import { askForChanges, decline } from './support/review'
import { expect, freshWord, test } from './support/story'

const PHONE = { width: 360, height: 780 }
const DESKTOP = { width: 1280, height: 800 }

/** What the header says of one's own edits, and on a phone the bar at its foot. */
async function expectShown(page: Page, words: RegExp | null): Promise<void> {
  const answered = page.waitForResponse((answer) => answer.url().includes('/api/me'))
  await page.reload()
  await answered
  for (const size of [DESKTOP, PHONE]) {
    await page.setViewportSize(size)
    const shown =
      size === DESKTOP ? page.getByRole('banner') : page.getByRole('navigation', { name: 'Bottom menu' })
    const link = shown.getByRole('link', { name: words ?? /Your turn/ })
    if (words) await expect(link).toBeVisible()
    else await expect(link).toHaveCount(0)
  }
  await page.setViewportSize(DESKTOP)
}

test('changes asked for, made, declined: everywhere it says whose turn it is, until it is seen', async ({
  page,
  newFan,
  moderator,
}) => {
  const paragraphs = ['It rains.', ...Array(12).fill('And again.')]
  const title = await publishNewPage(moderator, { paragraphs })
  const [ask, why] = [`Which page is it, ${freshWord()}?`, `No source says so, ${freshWord()}.`]
  await newFan(page)
  const submission = await submitEdit(page, title, { paragraphs: [...paragraphs, 'A very long thought.'] })
  const read = `/wiki/${inAddress(title)}`
  // Beside the author's own version, in its place; and not a second time in a corner of the screen.
  const note = page.locator('.own-mark')
  await page.goto(read)
  await expect(note).toContainText('Waiting for review')
  await expect(page.locator('.visitor-note')).toHaveCount(0)
  await expect(
    page.getByRole('banner').getByRole('link', { name: '1 edit of yours waits for review' }),
  ).toBeVisible()

  await askForChanges(moderator, submission, ask)
  await expectShown(page, /Your turn: 1 needs a change/)
  await expect(note).toContainText('Your turn')
  await page.goto('/account')
  await expect(page.getByRole('main')).toContainText('Your turn: 1 needs a change.')
  await expect(page.getByRole('main')).toContainText('Nothing of yours waits for review.')
  await page.goto('/submissions')
  const mine = page.getByRole('region', { name: 'Your turn' }).getByRole('listitem')
  await expect(mine).toContainText(ask)

  // The reason is in sight while one amends, also at the end of a long text on a phone.
  await mine.getByRole('link', { name: 'Amend' }).click()
  const reason = page.getByRole('region', { name: 'What the reviewer said' })
  await expect(reason).toContainText(ask)
  await rewriteParagraph(page, 'A very long', 'A thought.')
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size)
    await editFormOf(page).text.getByText('A thought.').scrollIntoViewIfNeeded()
    await expect(reason).toBeInViewport()
  }
  // Also where a new edit is based on it.
  const other = await page.context().newPage()
  await other.goto(`/edit/${inAddress(title)}`)
  await expect(other.getByRole('region', { name: 'What the reviewer said' })).toContainText(ask)
  await other.close()
  await sendForReview(page, '')
  await page.goto(read)
  await expectShown(page, null)
  await expect(note).toContainText('Waiting for review')

  await decline(moderator, submission, why)
  await expectShown(page, /Your turn: 1 was not accepted/)
  await expect(note).toContainText('Not accepted')
  await page.goto('/submissions')
  await expect(mine).toContainText('Not accepted')
  await expect(mine).toContainText(why)
  await expect(mine.getByRole('button', { name: 'Send again as it is' })).toBeVisible()
  await mine.getByRole('button', { name: 'Got it' }).click()
  await expect(page.getByRole('region', { name: 'Done' })).toContainText(why)
  await expect(mine).toHaveCount(0)
  await page.goto(read)
  await expectShown(page, null)
  await expect(note).toHaveCount(0)

  // Sent again and declined again it is news again, until its own page is looked at.
  await page.goto(`/submissions/${submission}`)
  await page.getByRole('button', { name: 'Send again as it is' }).click()
  await expect(page.getByRole('main')).toContainText('Waiting for review')
  await decline(moderator, submission, why)
  await page.goto(read)
  await expectShown(page, /Your turn: 1 was not accepted/)
  await note.getByRole('link').click()
  await expect(page.getByRole('main')).toContainText(why)
  await page.goto(read)
  await expectShown(page, null)
})
