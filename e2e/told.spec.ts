import type { BrowserContext, Page } from '@playwright/test'
import { inAddress, rewriteParagraph, sendForReview } from './support/edit-form'
import { appoint } from './support/operations/call-action'
import { acceptPastForm, publishEdit, publishNewPage, submitEdit } from './support/past-forms'
import { askForChanges, decline } from './support/review'
import { widerThanTheScreen } from './support/screens'
import { expect, freshWord, test } from './support/story'

const PHONE = { width: 360, height: 780 }
const DESKTOP = { width: 1280, height: 800 }

const bellOf = (page: Page, words: string) =>
  page.getByRole('banner').getByRole('link', { name: words, exact: true })

/** What a job tells soon, the page says once it has. */
const untilTold = async (page: Page, path: string, words: string | RegExp) =>
  expect(async () => {
    await page.goto(path)
    await expect(page.getByRole('main')).toContainText(words, { timeout: 500 })
  }).toPass({ timeout: 20_000 })

test('whoever sends an edit is told what became of it, goes on from there, and reads it away', async ({
  page,
  newFan,
  moderator,
}) => {
  const title = await publishNewPage(moderator, { paragraphs: ['It rains.'] })
  const [ask, why] = [`Which page is it, ${freshWord()}?`, `No source says so, ${freshWord()}.`]
  await newFan(page)
  const asked = await submitEdit(page, title, { paragraphs: ['It rains a lot.'] })
  const refused = await submitEdit(page, title, { paragraphs: ['It never rains.'] })
  await page.goto('/news')
  await expect(page.getByRole('main')).toContainText('No news yet.')
  await expect(bellOf(page, 'News')).toBeVisible()
  await askForChanges(moderator, asked, ask)
  await decline(moderator, refused, why)

  await untilTold(page, '/news', why)
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size)
    await expect(bellOf(page, 'News: 2 new')).toBeVisible()
    expect(await widerThanTheScreen(page)).toEqual([])
  }
  const lines = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('time') })
  await expect(lines).toHaveText([/New: Not accepted/, /New: Your turn.*Which page is it/s])

  // From the line to the form, and by a moderator's second look to the page.
  await lines.filter({ hasText: 'Your turn' }).getByRole('link', { name: 'Change it' }).click()
  await rewriteParagraph(page, 'It rains a lot.', 'It rains in chapter one.')
  await sendForReview(page, '')
  await moderator.goto(`/review/${asked}`)
  await moderator.getByRole('button', { name: 'Accept' }).click()
  await untilTold(page, '/news', 'It is up, with your name.')
  await expect(lines.filter({ hasText: 'Your turn' })).not.toContainText(ask)
  await page.getByRole('link', { name: /Published/ }).click()
  await expect(page).toHaveURL(`/wiki/${inAddress(title)}`)
  await expect(page.getByRole('main')).toContainText('It rains in chapter one.')
  await expect(bellOf(page, 'News: 2 new')).toBeVisible()
  await page.goto('/news')
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(page.getByRole('button', { name: 'Mark all as read' })).toHaveCount(0)
  await expect(bellOf(page, 'News')).toBeVisible()
})

test('a page is watched by one press, told when it changes, read as a feed, and watched no more', async ({
  page,
  newFan,
  moderator,
}) => {
  const title = await publishNewPage(moderator, { paragraphs: ['One.'] })
  await newFan(page)
  await page.goto(`/wiki/${inAddress(title)}`)
  await page.getByRole('button', { name: 'Watch', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Stop watching' })).toBeVisible()
  await page.goto('/watchlist')
  await expect(page.getByRole('main')).not.toContainText('1 change')
  await expect(bellOf(page, 'News')).toBeVisible()
  // Without a reload, within the five seconds for which changes are gathered.
  await publishEdit(moderator, title, { paragraphs: ['Two.'] })
  await expect(page.getByRole('main')).toContainText('1 change', { timeout: 20_000 })
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size)
    expect(await widerThanTheScreen(page)).toEqual([])
  }
  await expect(bellOf(page, 'News: 1 new')).toBeVisible()
  await page.getByRole('button', { name: 'Make an address' }).click()
  const address =
    (await page
      .getByRole('main')
      .getByRole('link', { name: /\.atom$/ })
      .textContent()) ?? ''
  const feed = await page.request.get(address, { headers: { cookie: '' } })
  expect(await feed.text()).toContain(title)
  expect(feed.headers()).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' })
  await page.getByRole('button', { name: 'I have seen these' }).click()
  await expect(page.getByRole('main')).not.toContainText('1 change')
  await expect(bellOf(page, 'News')).toBeVisible()
  await page.getByRole('button', { name: `Stop watching ${title}` }).click()
  await expect(page.getByRole('main')).toContainText('You watch nothing yet.')
})

/** The streams that a browser opens, from now on. */
function streamsOf(context: BrowserContext): string[] {
  const streams: string[] = []
  context.on('response', (answer) => {
    if (new URL(answer.url()).pathname === '/api/live') streams.push(answer.frame().page().url())
  })
  return streams
}

test('two open tabs have one stream: both bells hear at once, and both know when one signs out', async ({
  page,
  newFan,
  moderator,
}) => {
  const title = await publishNewPage(moderator, { paragraphs: ['It rains.'] })
  await newFan(page)
  const sent = await submitEdit(page, title, { paragraphs: ['It rains a lot.'] })
  const streams = streamsOf(page.context())
  await page.goto(`/wiki/${inAddress(title)}`)
  await expect.poll(() => streams.length).toBe(1)
  const other = await page.context().newPage()
  await other.goto('/sources')
  await acceptPastForm(moderator, sent)
  for (const tab of [page, other]) await expect(bellOf(tab, 'News: 1 new')).toBeVisible()
  expect(streams).toEqual([page.url()])

  // The one that had the stream goes; the keyboard stays where it is while a number changes.
  await page.close()
  await expect.poll(() => streams.length).toBe(2)
  await bellOf(other, 'News: 1 new').focus()
  const reading = await other.context().newPage()
  await reading.goto('/news')
  // The answer leads back here: until then nowhere else.
  const back = reading.waitForEvent('load')
  await reading.getByRole('button', { name: 'Mark all as read' }).click()
  await back
  await expect(bellOf(other, 'News')).toBeFocused()
  await reading.goto('/account')
  await reading.getByRole('button', { name: 'Sign out' }).click()
  await expect(other.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible()
  expect(streams[1]).toBe(other.url())
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('one watches from the foot of a page, reads what changed, and marks it as read', async ({
    page,
    newFan,
    moderator,
  }) => {
    const title = await publishNewPage(moderator, { paragraphs: ['One.'] })
    await page.goto(`/wiki/${inAddress(title)}`)
    const way = page.getByRole('main').getByRole('link', { name: 'Watch', exact: true })
    await way.click()
    await expect(page).toHaveURL(/\/sign-in\?next=/)
    await newFan(page)
    const sent = await submitEdit(page, title, { paragraphs: ['Two.'] })
    await page.goto(`/wiki/${inAddress(title)}`)
    await way.click()
    await page.getByRole('button', { name: 'Watch', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Stop watching' })).toBeVisible()
    await acceptPastForm(moderator, sent)
    await untilTold(page, '/news', 'It is up, with your name.')
    await page.getByRole('button', { name: 'Mark all as read' }).click()
    await expect(page.getByRole('button', { name: 'Mark all as read' })).toHaveCount(0)
  })
})

test('without scripts, on a phone: words of their own wait, stand on the page, and are taken away', async ({
  page: reader,
  newFan,
  moderator,
  owner,
  browser,
  baseURL,
}) => {
  const writer = await browser.newContext({ baseURL, javaScriptEnabled: false, viewport: PHONE })
  const own = await writer.newPage()
  const { name } = await newFan(own)
  const { id } = await (await own.request.get('/api/me')).json()
  await own.goto('/account/words')
  await expect(own.getByRole('main')).toContainText('once your edits go live at once')
  await appoint(owner.request, id, 'trusted')
  const word = freshWord()
  await own.goto('/account/words')
  await own.getByLabel('Your words').fill(`${word} `.repeat(300))
  await own.getByRole('button', { name: 'Send for review' }).click()
  await expect(own.getByRole('main')).toContainText('too long')
  await expect(own.getByLabel('Your words')).toHaveValue(new RegExp(word))
  await own.getByLabel('Your words').fill(`I draw ${word}.\n\nAnd [[Nick Nelson]].`)
  await own.getByRole('button', { name: 'Send for review' }).click()
  await expect(own.getByRole('region', { name: 'Only you see this yet' })).toContainText(word)
  expect(await widerThanTheScreen(own)).toEqual([])

  const says = async () => (await (await reader.request.get(`/accounts/${id}`)).text()).includes(word)
  expect(await says()).toBe(false)
  await moderator.setViewportSize(PHONE)
  await moderator.goto('/moderation/comments')
  const waits = moderator.getByRole('article', { name: `Words by ${name} about themselves` })
  await expect(waits).toContainText(word)
  expect(await widerThanTheScreen(moderator)).toEqual([])
  await waits.getByRole('button', { name: 'Show them' }).click()
  await expect(waits).toHaveCount(0)
  await expect.poll(says, { timeout: 20_000 }).toBe(true)

  await moderator.goto(`/accounts/${id}`)
  await moderator.getByRole('link', { name: 'Take these words away…' }).click()
  await moderator.getByLabel('Reason, which their author reads').fill(`Not here, ${word}`)
  await moderator.getByRole('button', { name: 'Take them away' }).click()
  await moderator.waitForURL(`/accounts/${id}`)
  await expect.poll(says, { timeout: 20_000 }).toBe(false)
  await untilTold(own, '/news', `Not here, ${word}`)
  await writer.close()
})
