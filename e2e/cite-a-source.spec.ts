import type { Page } from '@playwright/test'
import { inAddress } from './support/edit-form'
import { publishNewPage } from './support/past-forms'
import { accept } from './support/review'
import { expect, freshWord, test } from './support/story'

const form = (page: Page) => ({
  statement: page.getByLabel('What did you learn?'),
  where: page.getByLabel('Where? Paste a link or describe it'),
  send: page.getByRole('button', { name: 'Send for review' }),
})

async function waitingNumber(page: Page): Promise<number> {
  const link = page.getByRole('link', { name: /^Submission \d+$/ })
  return Number((await link.textContent())?.replace('Submission ', ''))
}

test('a fact is cited from a pasted link in fewer than ten steps; the same link in other clothes is that source', async ({
  page,
  newFan,
  moderator,
}) => {
  const title = await publishNewPage(moderator)
  const word = freshWord()
  const link = `www.evenings.example/2022/there-was-magic-in-${word}`
  await newFan(page)
  await page.goto(`/new/fact?about=${inAddress(title)}`)
  const { statement, where, send } = form(page)
  let steps = 0
  const step = async (act: Promise<unknown>) => {
    steps += 1
    await act
  }
  const answered = page.waitForResponse(/source\.look-up/)
  await step(statement.fill(`The magic was ${word}.`))
  await step(where.fill(`https://${link}`))
  await answered
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue(/^There was magic in/)
  await step(page.getByLabel('Title', { exact: true }).fill(`Magic of ${word}`))
  await step(page.getByLabel('Is this where it was said').selectOption('original'))
  await step(send.click())
  expect(steps).toBeLessThan(10)
  await accept(moderator, await waitingNumber(page))

  await newFan(page)
  await page.goto(`/new/fact?about=${inAddress(title)}`)
  await form(page).statement.fill(`The lamp was ${word}, too.`)
  await form(page).where.fill(`http://m.${link.replace('www.', '')}/amp?utm_source=share#top`)
  await expect(page.getByRole('main')).toContainText(/Already here: source \d+\. Magic of/)
})
