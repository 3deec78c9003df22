import { editFormOf, inAddress, rewriteParagraph, sendForReview } from './support/edit-form'
import { acceptPastForm, publishNewPage, submitEdit } from './support/past-forms'
import { decline } from './support/review'
import { widerThanTheScreen } from './support/screens'
import { expect, freshWord, test } from './support/story'

const PHONE = { width: 360, height: 780 }

test('not accepted, a newcomer asks why, is answered, and amends with the reason in sight', async ({
  page,
  newFan,
  moderator,
}) => {
  const [title, word] = [await publishNewPage(moderator, { paragraphs: ['It rains.'] }), freshWord()]
  await page.setViewportSize(PHONE)
  const { name } = await newFan(page)
  const sent = await submitEdit(page, title, { paragraphs: ['It rains.', `They say that ${word}.`] })
  await decline(moderator, sent, `Who says so, ${word}?`)

  // Asked by keyboard alone, on the page of what they sent.
  await page.goto(`/submissions/${sent}`)
  const talk = page.getByRole('region', { name: 'Conversation' })
  await expect(talk).toContainText('Nobody else reads this')
  await talk.getByLabel('Write to the reviewers').focus()
  await page.keyboard.type('Is the interview no source?')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(talk.locator('.cm')).toContainText('Is the interview no source?')
  expect(await widerThanTheScreen(page)).toEqual([])

  // The moderator is told, and answers where they decide.
  await expect(async () => {
    await moderator.goto('/news')
    await expect(moderator.getByRole('main')).toContainText(name, { timeout: 500 })
  }).toPass({ timeout: 20_000 })
  await moderator.goto(`/review/${sent}`)
  await moderator.getByRole('link', { name: 'Conversation · 1 comment' }).click()
  await moderator.getByLabel('Write to the author').fill('It is, if you cite it.')
  await moderator.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(moderator.locator('.conversation .cm')).toHaveCount(2)

  // What was said stays in sight while one amends: a line on a phone, which opens.
  await page.goto(`/submissions/${sent}/amend`)
  const reason = page.getByRole('region', { name: 'What the reviewer said' })
  await expect(reason).toContainText(`Who says so, ${word}?`)
  await expect(editFormOf(page).text).toBeVisible()
  expect((await reason.boundingBox())?.height).toBeLessThan(60)
  await reason.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(reason.getByText('It is, if you cite it.')).toBeVisible()
  expect(await widerThanTheScreen(page)).toEqual([])
  await page.keyboard.press('Enter')
  await rewriteParagraph(page, 'They say', `Nick says that ${word}.`)
  await sendForReview(page, '')
  await acceptPastForm(moderator, sent)
  await page.goto(`/wiki/${inAddress(title)}`)
  await expect(page.getByRole('main')).toContainText(`Nick says that ${word}.`)
})
