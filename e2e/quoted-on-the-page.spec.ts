import type { Page } from '@playwright/test'
import { WRITTEN_AS } from '@/lib/sessions/written-as'
import { markOfCaller } from './support/operations/call-action'
import { OUTSIDE } from './support/site-outside'
import { expect, freshWord, test } from './support/story'

const SAYS = 'I would rather count the boats than the days'

/** Adds a fact that quotes these words from an article that says others, and gives where it is read, or waits. */
async function quote({ request }: Page, words: string, word: string): Promise<string> {
  const article = new URLSearchParams({ title: `A talk by the harbour ${word}`, says: SAYS })
  const fact = {
    key: crypto.randomUUID(),
    statement: `She counts the boats ${word}.`,
    where: `https://${OUTSIDE}/article?${article}`,
    quote: words,
    about: 'Joe Locke',
  }
  const answer = await request.post('/api/operations/fact.add', {
    headers: { origin: process.env.STORIES_ADDRESS ?? '' },
    data: { ...fact, [WRITTEN_AS]: await markOfCaller(request) },
  })
  const sent = await answer.json()
  expect(sent).toMatchObject({ ok: true })
  return sent.path ?? `/submissions/${sent.submissionId}`
}

/** Opens a page until what a job finds out is said on it. */
const says = (page: Page, path: string, words: string) =>
  expect(async () => {
    await page.goto(path)
    await expect(page.getByRole('main')).toContainText(words, { timeout: 1_000 })
  }).toPass({ timeout: 60_000 })

test('quoted words are found on the cited page, and a link leads to them; of others author and reviewer learn that they are not there', async ({
  page,
  moderator,
  newFan,
}) => {
  const word = freshWord()
  const fact = await quote(moderator, '‘i would rather count the boats than the days’', word)
  await newFan(page)
  const waiting = await quote(page, 'I would rather count the days', freshWord())

  await says(moderator, fact, 'Found on the page')
  await expect(moderator.getByRole('link', { name: 'Found on the page' })).toHaveAttribute(
    'href',
    /#:~:text=I%20would%20rather%20count%20the%20boats%20than%20the%20days$/,
  )
  await moderator.locator('.citations a[href^="/sources/"]').first().click()
  await expect(moderator).toHaveURL(/\/sources\/\d+$/)
  await expect(moderator.getByRole('main')).toContainText('1 quotation found on it.')

  await says(page, waiting, 'Not found on the page')
  await expect(page.getByRole('main')).toContainText('Please compare it.')
  await moderator.goto(waiting.replace('submissions', 'review'))
  await expect(moderator.getByRole('main')).toContainText('Not found on the page')
  await expect(moderator.getByRole('button', { name: 'Accept' })).toBeEnabled()
})
