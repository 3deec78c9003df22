import { inAddress } from './support/edit-form'
import { publishNewPage, submitEdit, submitNewPage } from './support/past-forms'
import { decline, openCase } from './support/review'
import { expect, freshWord, test } from './support/story'

test('a moderator declines with a reason, and the author reads it', async ({ page, newFan, moderator }) => {
  const title = await publishNewPage(moderator)
  const word = freshWord()

  await newFan(page)
  const submission = await submitEdit(page, title, { paragraphs: [`They say that ${word}.`] })
  await decline(moderator, submission, `Who says so? Please cite it, ${word}.`)

  await page.goto('/submissions')
  const line = page.locator('.submissions > li').filter({ hasText: title })
  await expect(line).toContainText('Not accepted')
  await line.getByRole('link', { name: title }).click()
  await expect(page).toHaveURL(`/submissions/${submission}`)
  await expect(page.getByRole('main')).toContainText(`Who says so? Please cite it, ${word}.`)
  await expect(page.getByRole('main')).toContainText(`They say that ${word}.`)

  await page.goto(`/wiki/${inAddress(title)}`)
  await expect(page.getByRole('main')).not.toContainText(word)
})

test('declining asks for a reason first', async ({ page, newFan, moderator }) => {
  await newFan(page)
  const submission = await submitNewPage(page)
  await openCase(moderator, submission)
  await moderator.getByText('Decline…').click()
  await moderator.getByRole('button', { name: 'Decline', exact: true }).click()
  await expect(moderator.getByRole('alert').filter({ hasText: 'Tell the author why' })).toBeVisible()
  await openCase(moderator, submission)
})
