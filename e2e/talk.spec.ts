import type { Page } from '@playwright/test'
import { markOfAccount, WRITTEN_AS } from '@/lib/sessions/written-as'
import { inAddress } from './support/edit-form'
import { appoint } from './support/operations/call-action'
import { publishEdit, publishNewFact, publishNewPage } from './support/past-forms'
import { widerThanTheScreen } from './support/screens'
import { expect, freshWord, test } from './support/story'

const pageId = async (page: Page, path: string) => {
  await page.goto(path)
  return page.locator('[data-entry]').first().getAttribute('data-entry')
}

/** Writes in a form of talk, and gives where that led. */
async function send(page: Page, words: string, subject?: string): Promise<string> {
  if (subject !== undefined) await page.getByLabel('What is it about?').fill(subject)
  await page.getByLabel(/Your (words|reply)/).fill(words)
  await page.getByRole('button', { name: /^Send/ }).click()
  await page.waitForURL(/\/(?:threads|comments)\/\d+(?:#.*)?$/)
  return new URL(page.url()).pathname
}

/** Everything that the wiki keeps of somebody, as they download it. */
async function ownDataOf({ request }: Page): Promise<string> {
  const { id } = await (await request.get('/api/me')).json()
  const headers = { origin: process.env.STORIES_ADDRESS ?? '' }
  const answer = await request.post('/account/data/json', {
    headers,
    form: { [WRITTEN_AS]: markOfAccount(id) },
  })
  return answer.text()
}

test('two people quarrel about a page, a moderator settles it; a newcomer is held, accepted and seen', async ({
  page,
  moderator,
  asksAsOwner,
  anotherVisitor,
  newFan,
}) => {
  const [visitor, one, other] = [await anotherVisitor(), await anotherVisitor(), await anotherVisitor()]
  for (const fan of [one, other]) {
    await newFan(fan)
    const { id } = await (await fan.request.get('/api/me')).json()
    await appoint(asksAsOwner, id, 'trusted')
  }
  const name = inAddress(await publishNewPage(moderator))
  const entry = await pageId(one, `/wiki/${name}`)
  await one.goto(`/talk/${name}`)
  await expect(one.getByRole('main')).toContainText('Nobody has said anything here yet.')
  await one.goto(`/new/thread?entry=${entry}`)
  const thread = await send(
    one,
    '/facts/1\n\nIs this about her?\n\n> as it stands there',
    'Whose brother is it?',
  )
  await expect(one.getByRole('main')).toContainText('Is this about her?')
  await expect(one.locator('.told-fact')).toHaveCount(1)
  // It is theirs to change for an hour, and nobody is offered to report or to mute themselves.
  await expect(one.getByRole('link', { name: /^(Mute|Report the comment by) / })).toHaveCount(0)
  await one.locator('.cm').getByRole('link', { name: 'Edit', exact: true }).press('Enter')
  await one.getByLabel('Your words').fill('/facts/1\n\nIs this about her? I think so.')
  await one.getByRole('button', { name: 'Change it' }).click()
  await one.waitForURL(/\/threads\/\d+/)
  await expect(one.locator('.cm').first()).toContainText(/edited .*Is this about her\?.* I think so\./s)

  // The tab of the entry says so to everybody, at once.
  await visitor.goto(`/wiki/${name}`)
  await expect(visitor.getByRole('link', { name: 'Talk 1 open' })).toBeVisible()

  await other.goto(thread)
  await expect(other.getByRole('link', { name: /^Mute / })).toBeVisible()
  await expect(other.getByRole('link', { name: 'Edit', exact: true })).toHaveCount(0)
  await other.getByRole('link', { name: /^Reply to Fan / }).click()
  await send(other, 'It is about him, and you know it.')
  await expect(other.locator('.answers .cm')).toContainText('It is about him, and you know it.')
  // Of their role, and of the answer.
  await expect(one.getByRole('banner').getByRole('link', { name: 'News: 2 new' })).toBeVisible({
    timeout: 20_000,
  })
  await one.goto(thread)
  await one
    .getByRole('link', { name: /^Reply to Fan / })
    .last()
    .click()
  await send(one, 'You are right: it says so on the page.')

  // A newcomer's comment: only they see it, until a moderator has accepted it.
  await newFan(page)
  await page.goto(`${thread}/reply`)
  const own = await send(page, 'My first words here.')
  expect(own).toMatch(/^\/comments\//)
  await expect(page.getByRole('main')).toContainText('Only you see this yet')
  await page.goto(thread)
  const ownHeld = page.locator('[data-own-held]')
  await expect(ownHeld).toContainText('Only you see this yet')
  await expect(ownHeld).toContainText('My first words here.')
  await visitor.goto(thread)
  await expect(visitor.getByRole('main')).not.toContainText('My first words here.')
  await moderator.goto('/moderation/comments')
  const held = moderator.locator('.held').filter({ hasText: 'My first words here.' })
  // It stands behind the older ones, wherever that is.
  while ((await held.count()) === 0)
    await moderator.goto((await moderator.locator('a[rel=next]').getAttribute('href')) ?? '')
  await held.getByRole('button', { name: 'Accept' }).click()
  await expect(held).toHaveCount(0)
  await visitor.goto(thread)
  await expect(visitor.getByRole('main')).toContainText('My first words here.')

  // What is hidden is gone for everybody, and its place stays.
  const place = visitor.locator('.cm').filter({ hasText: 'My first words here.' })
  const anchor = await place.getAttribute('id')
  await moderator.goto(`${own}/moderate`)
  await moderator.getByRole('textbox', { name: 'Reason' }).fill('a test of hiding')
  await moderator.getByRole('button', { name: 'Hide it' }).click()
  await expect(moderator.getByRole('heading', { name: 'Show it again' })).toBeVisible()
  await visitor.reload()
  await expect(visitor.locator(`#${anchor}`)).toContainText('A moderator hid this comment.')
  await expect(visitor.getByRole('main')).not.toContainText('My first words here.')
  await visitor.goto('/log')
  await expect(visitor.getByRole('main')).toContainText('hid a comment in the talk of')

  await moderator.goto(`${thread}/settle`)
  await moderator.getByLabel('What came of it?').fill('It is about him.')
  await moderator.getByRole('button', { name: 'Mark as settled' }).click()
  await moderator.waitForURL(thread)
  await visitor.goto(`/talk/${name}`)
  await expect(visitor.locator('.threads')).toContainText('It is about him.')
  await visitor.goto(`/wiki/${name}`)
  await expect(visitor.getByRole('link', { name: 'Talk', exact: true })).toBeVisible()
})

test('on a small screen, by keyboard and without scripts', async ({ browser, baseURL, moderator }) => {
  const entry = await pageId(moderator, '/wiki/Rhea_Norwood')
  await moderator.goto(`/new/thread?entry=${entry}`)
  await moderator.getByLabel('What is it about?').focus()
  await moderator.keyboard.type('By keyboard')
  await moderator.keyboard.press('Tab')
  await moderator.keyboard.type('No mouse was used, see [[Joe Locke]].')
  // Past until where it tells, to the button.
  await moderator.keyboard.press('Tab')
  await moderator.keyboard.press('Tab')
  await moderator.keyboard.press('Enter')
  await moderator.waitForURL(/\/threads\/\d+/)
  const thread = new URL(moderator.url()).pathname

  const cookies = await moderator.context().storageState()
  const context = await browser.newContext({
    ...{ baseURL, storageState: cookies, javaScriptEnabled: false },
    viewport: { width: 360, height: 800 },
  })
  const plain = await context.newPage()
  await plain.goto(`${thread}/reply`)
  await send(plain, 'And no script either.')
  await expect(plain.getByRole('main')).toContainText('And no script either.')
  for (const path of [thread, '/talk/Rhea_Norwood', `${thread}/reply`, `${thread}/settle`]) {
    await plain.goto(path)
    await expect(plain.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await context.close()
  await moderator.setViewportSize({ width: 360, height: 800 })
  for (const path of [thread, '/talk/Rhea_Norwood', '/moderation/comments']) {
    await moderator.goto(path)
    expect(await widerThanTheScreen(moderator), path).toEqual([])
  }
})

test('a fact is discussed from where it stands, and a section and a change from theirs; what is hidden is gone everywhere at once', async ({
  page,
  moderator,
  anotherVisitor,
  newFan,
}) => {
  const [word, title] = [freshWord(), await publishNewPage(moderator, { paragraphs: ['It rains.'] })]
  const fact = await publishNewFact(moderator, title, `It rains in ${word}.`)
  const where = `/wiki/${title.replaceAll(' ', '_')}`
  // Among what its badge opens, here or on the page of the fact.
  await moderator.goto(where)
  await moderator.locator('.opens > a').click()
  await moderator.getByRole('link', { name: `Discuss Fact ${fact}` }).click()
  await expect(moderator.getByLabel('Your words')).toHaveValue(`/facts/${fact}\n\n`)
  await moderator.getByLabel('What is it about?').fill(`Rain in ${word}`)
  await moderator.getByRole('button', { name: /^Send/ }).click()
  await moderator.waitForURL(/\/threads\/\d+/)
  const thread = new URL(moderator.url()).pathname
  await expect(moderator.locator('.told-fact')).toContainText(`It rains in ${word}.`)

  // Readers see that it is being discussed, where it stands, and are led there.
  const visitor = await anotherVisitor()
  await visitor.goto(where)
  for (const width of [360, 1280]) {
    await visitor.setViewportSize({ width, height: 800 })
    expect(await widerThanTheScreen(visitor)).toEqual([])
  }
  await visitor.getByRole('link', { name: 'Being discussed' }).click()
  await expect(visitor.getByRole('main')).toContainText(`Rain in ${word}`)

  // A fan watches the thread by one press, and is told of the next comment.
  await newFan(page)
  await page.goto(thread)
  await page.getByRole('button', { name: 'Watch this thread' }).click()
  await expect(page.getByRole('button', { name: 'Stop watching this thread' })).toBeVisible()
  await moderator.goto(`${thread}/reply`)
  await send(moderator, `It does, says ${word}.`)
  const lines = page.getByRole('main').getByRole('listitem')
  await expect(async () => {
    await page.goto('/news')
    await expect(lines.filter({ hasText: 'New comments' })).toContainText('1 comment by', { timeout: 500 })
  }).toPass({ timeout: 20_000 })
  await page.goto('/watchlist')
  await expect(page.getByRole('main')).toContainText('1 new comment')

  const feed = async () => (await visitor.request.get('/feeds/talk.atom')).text()
  const exported = () => ownDataOf(moderator)
  for (const read of [feed, exported]) expect(await read()).toContain(`It does, says ${word}.`)
  await moderator
    .locator('.cm')
    .filter({ hasText: 'It does' })
    .getByRole('link', { name: 'Moderate' })
    .click()
  await moderator.getByRole('textbox', { name: 'Reason' }).fill('a test of hiding')
  await moderator.getByRole('button', { name: 'Hide it' }).click()
  await expect(moderator.getByRole('heading', { name: 'Show it again' })).toBeVisible()
  await expect(async () => {
    expect(await feed()).not.toContain(`says ${word}`)
    await visitor.goto(thread)
    await expect(visitor.getByRole('main')).toContainText('A moderator hid this comment.', { timeout: 500 })
    await page.goto('/news')
    await expect(lines.filter({ hasText: 'New comments' })).not.toContainText('1 comment by', {
      timeout: 500,
    })
    expect(await exported()).not.toContain(`says ${word}`)
  }).toPass({ timeout: 5_000 })
  await visitor.goto(`/search?q=${word}`)
  await expect(visitor.getByRole('main')).not.toContainText('It does, says')

  await moderator.goto(where)
  await moderator.getByRole('link', { name: 'History' }).first().click()
  await moderator.getByRole('link', { name: 'what it said' }).click()
  await moderator.getByRole('link', { name: 'Discuss', exact: true }).click()
  await expect(moderator.getByLabel('Your words')).toHaveValue(/^\/diff\/0\/\d+\n\n$/)
})

test('selected words lead to a thread about them; readers find it at the passage until its words change', async ({
  moderator,
  anotherVisitor,
}) => {
  const [lead, words] = ['A tale.', `It rains in ${freshWord()}, mostly.`]
  const title = await publishNewPage(moderator, {
    lead,
    paragraphs: ['## Weather', words, 'Then it is dry.'],
  })
  const where = `/wiki/${inAddress(title)}`
  await moderator.goto(where)
  await moderator.waitForFunction(() => customElements.get('loreleaf-reading') !== undefined)
  await moderator.setViewportSize({ width: 360, height: 800 })
  await moderator.getByText(words).selectText()
  const offer = moderator.getByRole('link', { name: 'Discuss these words' })
  await expect(offer).toBeVisible()
  expect(await widerThanTheScreen(moderator)).toEqual([])
  await moderator.keyboard.press('Tab')
  await expect(offer).toBeFocused()
  await moderator.keyboard.press('Enter')
  const quoted = `> ${words}\n> ${where}#Weather\n\n`
  await expect(moderator.getByLabel('Your words')).toHaveValue(quoted)
  await moderator.getByLabel('What is it about?').fill('How often it rains')
  await moderator.getByRole('button', { name: /^Send/ }).click()
  await moderator.waitForURL(/\/threads\/\d+/)
  const thread = new URL(moderator.url()).pathname

  const visitor = await anotherVisitor()
  await visitor.goto(where)
  const mark = visitor.locator('p').filter({ hasText: words }).getByRole('link', { name: 'Being discussed' })
  await expect(mark).toHaveAttribute('href', thread)

  const changed = { lead, paragraphs: ['## Weather', 'It rains now and then.', 'Then it is dry.'] }
  await publishEdit(moderator, title, changed)
  await visitor.reload()
  await expect(visitor.getByText('It rains now and then.')).toBeVisible()
  await expect(visitor.getByRole('link', { name: 'Being discussed' })).toHaveCount(0)
  await visitor.goto(thread)
  await expect(visitor.locator('blockquote')).toContainText('These words have changed since.')
})
