import type { Page } from '@playwright/test'
import { editFormOf, inAddress, rewriteParagraph, sendForReview } from './support/edit-form'
import { acceptPastForm, publishNewPage, submitEdit, submitNewPage } from './support/past-forms'
import { decline } from './support/review'
import { widerThanTheScreen } from './support/screens'
import { expect, freshWord, test } from './support/story'

const PHONE = { width: 360, height: 780 }

const bellOf = (page: Page, words: string) =>
  page.getByRole('banner').getByRole('link', { name: words, exact: true })

test('what a newcomer sends stands in its place for them; not accepted, they ask why, amend with the reason in sight, and are thanked', async ({
  page,
  newFan,
  moderator,
}) => {
  const [title, word] = [await publishNewPage(moderator, { paragraphs: ['It rains.'] }), freshWord()]
  await page.setViewportSize(PHONE)
  const { name } = await newFan(page)
  const sent = await submitEdit(page, title, { paragraphs: ['It rains.', `They say that ${word}.`] })
  const read = `/wiki/${inAddress(title)}`
  await page.goto(read)
  const own = page.getByRole('region', { name: 'Only you see this yet' })
  await expect(own).toContainText(`They say that ${word}.`)
  expect(await widerThanTheScreen(page)).toEqual([])
  await own.getByRole('button', { name: 'As everybody sees it' }).press('Enter')
  await expect(page.getByText(`They say that ${word}.`)).toBeHidden()
  await expect(page.getByText('A page of its own.').last()).toBeVisible()
  await own.getByRole('button', { name: 'Your version' }).press('Enter')
  await expect(own).toContainText(`They say that ${word}.`)
  await moderator.goto(read)
  await expect(moderator.getByRole('main')).not.toContainText(word)
  await decline(moderator, sent, `Who says so, ${word}?`)
  await expect(bellOf(page, 'News: 1 new')).toBeVisible({ timeout: 20_000 })

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
  await page.goto(read)
  await expect(page.getByRole('main')).toContainText(`Nick says that ${word}.`)
  await expect(own).toHaveCount(0)

  // And is thanked, from what changed.
  await moderator.goto(`/history/${inAddress(title)}`)
  await moderator.getByRole('link', { name: `Thank ${name} for this edit` }).click()
  await moderator.getByRole('button', { name: 'Thank', exact: true }).click()
  await expect(moderator.getByRole('status')).toContainText(`You thanked ${name} for this edit.`)
  await expect(async () => {
    await page.goto('/news')
    await expect(page.getByRole('main')).toContainText('thanked you for your edit', { timeout: 500 })
  }).toPass({ timeout: 20_000 })
  await expect(page.getByRole('main')).toContainText('It is up, with your name.')
})

test('a new fact and a new page stand where they will be, for their author alone', async ({
  page,
  newFan,
  moderator,
}) => {
  const [title, word] = [await publishNewPage(moderator), freshWord()]
  await newFan(page)
  await page.goto(`/new/fact?about=${encodeURIComponent(title)}`)
  await page.getByLabel('What did you learn?').fill(`The pitch is muddy, ${word}.`)
  await page.getByRole('button', { name: 'Send for review', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Your fact is waiting for review' })).toBeVisible()
  await page.goto(`/wiki/${inAddress(title)}`)
  const own = page.getByRole('region', { name: 'Only you see this yet' })
  await expect(own).toContainText(`The pitch is muddy, ${word}.`)

  await submitNewPage(page, { title: `Fresh ${word}`, lead: 'Nobody has read this.' })
  const future = `/wiki/${inAddress(`Fresh ${word}`)}`
  await page.goto(future)
  await expect(own).toContainText('Nobody has read this.')
  await expect(page.getByText('you can be the one who starts it')).toBeHidden()
  await moderator.goto(future)
  await expect(moderator.getByRole('main')).not.toContainText('Nobody has read this.')
})

test('somebody new gets three small tasks; what they send is ticked, and the greeting is put away', async ({
  page,
  newFan,
  moderator,
}) => {
  const word = freshWord()
  await publishNewPage(moderator)
  await page.setViewportSize(PHONE)
  const { name } = await newFan(page)
  await page.goto('/submissions')
  const greeting = page.getByRole('region', { name: `Welcome, ${name}. Three things that would help today` })
  await expect(greeting.getByRole('listitem')).toHaveCount(3)
  expect(await widerThanTheScreen(page)).toEqual([])
  await greeting.getByRole('link', { name: 'Know something about' }).click()
  await page.getByLabel('What did you learn?').fill(`Nobody had said this, ${word}.`)
  await page.getByRole('button', { name: 'Send for review', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Your fact is waiting for review' })).toBeVisible()
  await page.goto('/news')
  await expect(greeting.getByRole('listitem').filter({ hasText: 'You sent this:' })).toHaveCount(1)
  await greeting.getByRole('button', { name: 'Put this away' }).press('Enter')
  await expect(greeting).toHaveCount(0)
  await page.goto('/submissions')
  await expect(page.getByRole('main')).toContainText('New fact about')
  await expect(greeting).toHaveCount(0)
})
