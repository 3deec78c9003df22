import type { Page } from '@playwright/test'
import {
  editFormOf,
  inAddress,
  openEditForm,
  rewriteParagraph,
  send,
  sendForReview,
} from './support/edit-form'
import { acceptPastForm, publishNewPage, submitEdit } from './support/past-forms'
import { accept, askForChanges, decline } from './support/review'
import { expect, freshWord, test } from './support/story'

/** Opens the form with which an author amends what they sent. */
async function openAmendment(author: Page, submission: number) {
  await author.goto(`/submissions/${submission}`)
  await author.getByRole('link', { name: 'Amend', exact: true }).click()
  const editForm = editFormOf(author)
  await expect(editForm.text).toBeVisible()
  return editForm
}

const stateOf = (author: Page) => author.getByRole('main').locator('.submission-state')

test('declined, amended, accepted: the author reads why, answers it, and is published', async ({
  page,
  newFan,
  moderator,
}) => {
  const title = await publishNewPage(moderator, { paragraphs: ['It rains.'] })
  const word = freshWord()
  const { name } = await newFan(page)
  const paragraphs = ['It rains.', `They say that ${word}.`]
  const submission = await submitEdit(page, title, { paragraphs, summary: 'Heard it somewhere' })
  await decline(moderator, submission, `Who says so, ${word}?`)

  await page.goto('/submissions?state=declined')
  const line = page.getByRole('listitem').filter({ hasText: title })
  await expect(line).toContainText(`Who says so, ${word}?`)
  await line.getByRole('link', { name: 'Amend', exact: true }).click()
  const { text, summary } = editFormOf(page)
  await expect(text).toContainText(`They say that ${word}.`)
  await expect(summary).toHaveValue('Heard it somewhere')
  await rewriteParagraph(page, 'They say', `Nick says that ${word}.`)
  expect(await sendForReview(page, 'Nick said it')).toBe(submission)

  await moderator.goto(`/review/${submission}`)
  await expect(moderator.getByRole('main')).toContainText(`${name} amended it.`)
  await accept(moderator, submission)
  await page.goto(`/wiki/${inAddress(title)}`)
  await expect(page.getByRole('main')).toContainText(`Nick says that ${word}.`)
  await page.goto(`/submissions/${submission}`)
  await expect(stateOf(page)).toContainText('Published')
  await expect(page.getByRole('region', { name: 'What happened so far' }).getByRole('listitem')).toHaveText([
    /accepted it/,
    /You amended it/,
    /declined it/,
    /You sent it/,
  ])
})

test('a reviewer asks for changes by key, and gets them', async ({ page, newFan, moderator }) => {
  const title = await publishNewPage(moderator, { paragraphs: ['It rains.'] })
  await newFan(page)
  const submission = await submitEdit(page, title, { paragraphs: ['It rains.', 'A very long thought.'] })
  await askForChanges(moderator, submission, 'Shorter, please.')

  await page.goto(`/submissions/${submission}`)
  await expect(stateOf(page)).toContainText('Your turn')
  await expect(page.getByRole('main')).toContainText('Shorter, please.')
  await openAmendment(page, submission)
  await rewriteParagraph(page, 'A very long', 'A thought.')
  await sendForReview(page, '')
  await acceptPastForm(moderator, submission)
  await page.goto(`/wiki/${inAddress(title)}`)
  await expect(page.getByRole('main')).toContainText('A thought.')
})

test('taken back, and sent again', async ({ page, newFan, moderator }) => {
  const title = await publishNewPage(moderator)
  await newFan(page)
  const submission = await submitEdit(page, title, { paragraphs: ['Not yet.'] })
  await page.goto('/submissions')
  await page.getByRole('button', { name: 'Take back' }).click()
  await expect(page).toHaveURL(`/submissions/${submission}`)
  await expect(stateOf(page)).toContainText('You took it back')
  await moderator.goto(`/review/${submission}`)
  await expect(moderator.getByText('Withdrawn')).not.toHaveCount(0)
  await expect(moderator.getByRole('button', { name: 'Accept' })).toHaveCount(0)

  await page.getByRole('button', { name: 'Send it again' }).click()
  await expect(stateOf(page)).toContainText('Waiting for review')
  await acceptPastForm(moderator, submission)
})

test('amending what is accepted meanwhile: the words are kept, and go on as a new edit in place', async ({
  page,
  newFan,
  moderator,
}) => {
  const title = await publishNewPage(moderator, { paragraphs: ['It rains.'] })
  const word = freshWord()
  await newFan(page)
  const submission = await submitEdit(page, title, { paragraphs: ['It rains.', 'Nick comes in.'] })
  await openAmendment(page, submission)
  await rewriteParagraph(page, 'Nick comes', `Nick comes in late, ${word}.`)
  await acceptPastForm(moderator, submission)

  await send(page)
  const reply = page.getByRole('alert').filter({ hasText: 'has already accepted this' })
  await expect(reply).toContainText('Your words are kept.')
  await expect(editFormOf(page).text).toContainText(`Nick comes in late, ${word}.`)
  // Also after the page is fetched anew.
  await page.reload()
  await expect(editFormOf(page).text).toContainText(`Nick comes in late, ${word}.`)
  await send(page)
  await reply.getByRole('button', { name: 'Send your words as a new edit' }).click()
  await expect(page.getByRole('heading', { name: 'Your edit is waiting for review' })).toBeVisible()
  const next = Number(
    (await page.getByRole('link', { name: /^Submission \d+$/ }).textContent())?.split(' ')[1],
  )
  expect(next).not.toBe(submission)
  await acceptPastForm(moderator, next)
  await page.goto(`/wiki/${inAddress(title)}`)
  await expect(page.getByRole('main')).toContainText(`Nick comes in late, ${word}.`)
})

for (const order of ['first', 'second'] as const) {
  test(`two edits of one author, the ${order} accepted before the other: both are on the page`, async ({
    page,
    newFan,
    moderator,
  }) => {
    const title = await publishNewPage(moderator, { paragraphs: ['It rains.', 'They wait.'] })
    const word = freshWord()
    await newFan(page)
    const paragraphs = [`It rains hard, ${word}.`, 'They wait.']
    const first = await submitEdit(page, title, { paragraphs, summary: 'Weather' })

    await page.goto(`/wiki/${inAddress(title)}`)
    await page.getByRole('link', { name: 'What you sent' }).click()
    await expect(page).toHaveURL(`/submissions/${first}`)
    const { text } = await openEditForm(page, title)
    await expect(text).toContainText(`It rains hard, ${word}.`)
    await expect(page.getByRole('note')).toContainText('a new edit on top of it')
    await rewriteParagraph(page, 'They wait', `They wait inside, ${word}.`)
    const second = await sendForReview(page, 'Place')

    await moderator.goto(`/review/${second}`)
    await expect(moderator.getByRole('main')).toContainText('Based on an earlier edit')
    await expect(moderator.locator('.diff')).not.toContainText(`hard, ${word}`)
    for (const submission of order === 'first' ? [first, second] : [second, first])
      await acceptPastForm(moderator, submission)
    await page.goto(`/wiki/${inAddress(title)}`)
    await expect(page.getByRole('main')).toContainText(`It rains hard, ${word}.`)
    await expect(page.getByRole('main')).toContainText(`They wait inside, ${word}.`)
  })
}
