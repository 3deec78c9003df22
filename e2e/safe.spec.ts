import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { inAddress } from './support/edit-form'
import { faultsOn } from './support/faults'
import { callOverHttp } from './support/operations/call-action'
import { publishNewFact, publishNewPage, submitConfession } from './support/past-forms'
import { widerThanTheScreen } from './support/screens'
import { expect, freshWord, test } from './support/story'

const PHONE = { width: 360, height: 740 }

async function expectSound(page: Page) {
  expect(await widerThanTheScreen(page)).toEqual([])
  expect(await faultsOn(page)).toEqual([])
}

/** Begins a thread, and gives its address and the address of the comment that it begins with. */
async function beginThread(page: Page, words: string): Promise<{ thread: string; comment: string }> {
  await page.goto('/wiki/Rhea_Norwood')
  const entry = await page.locator('[data-entry]').first().getAttribute('data-entry')
  await page.goto(`/new/thread?entry=${entry}`)
  await page.getByLabel('What is it about?').fill(`A question ${words}`)
  await page.getByLabel(/Your (words|reply)/).fill(words)
  await page.getByRole('button', { name: /^Send/ }).click()
  await page.waitForURL(/\/threads\/\d+/)
  // Their own comment, so it is there for others only.
  const report = await page.locator('.cm a[href^="/report?comment="]').first().getAttribute('href')
  return { thread: new URL(page.url()).pathname, comment: /comment=(\d+)/.exec(report ?? '')?.[1] ?? '' }
}

async function reportThreat(page: Page, comment: string) {
  await page.goto(`/report?comment=${comment}`)
  await page.getByRole('radio', { name: /^A threat/ }).check()
  await page.getByRole('button', { name: 'Send the report' }).click()
  await expect(page.locator('.receipt strong')).toBeVisible()
}

test('words that a trusted account reports are closed at once, first in line, and never again once they stand', async ({
  page: reader,
  newFan,
  moderator,
  owner,
  anotherVisitor,
}) => {
  const word = freshWord()
  const { thread, comment } = await beginThread(moderator, `I know where ${word} lives.`)
  const says = async () => (await (await reader.request.get(thread)).text()).includes(word)
  expect(await says()).toBe(true)

  // A new account's report closes nothing.
  const fan = await anotherVisitor()
  await newFan(fan)
  await reportThreat(fan, comment)
  expect(await says()).toBe(true)

  await reportThreat(owner, comment)
  await expect.poll(says, { timeout: 5_000 }).toBe(false)
  await reader.setViewportSize(PHONE)
  await reader.goto(thread)
  await expect(reader.getByRole('main')).toContainText('They are being checked')
  await expectSound(reader)

  await moderator.setViewportSize(PHONE)
  await moderator.goto('/moderation/reports')
  const closed = moderator.getByRole('region', { name: 'Closed while you check' })
  await expectSound(moderator)
  await closed.getByRole('link').filter({ hasText: '2 alike' }).last().click()
  await expect(moderator.getByRole('main')).toContainText(/open again by themselves in 23 hours/)
  await expectSound(moderator)
  await moderator.getByRole('radio', { name: /^They stay: open them/ }).check()
  await moderator.getByRole('button', { name: 'Decide' }).click()
  await expect(moderator.getByRole('main')).toContainText('let the words stand')
  await expect.poll(says, { timeout: 5_000 }).toBe(true)
  await reportThreat(owner, comment)
  expect(await says()).toBe(true)
})

test('a passage that is reported is gone from its page and from search, by keyboard on a phone; it stands again, and is not closed twice', async ({
  page: reader,
  moderator,
  owner,
}) => {
  const word = freshWord()
  const paragraphs = ['## At home', `Lives at ${word} Street.`, 'And is happy.']
  const title = await publishNewPage(moderator, { paragraphs })
  const at = `/wiki/${inAddress(title)}`
  const holds = async (path: string, words: string) =>
    (await (await reader.request.get(path)).text()).includes(words)
  const says = () => Promise.all([holds(at, `${word} Street`), holds(`/search?q=${word}`, title)])
  expect(await says()).toEqual([true, true])
  await owner.setViewportSize(PHONE)
  await owner.goto(at)
  const number = /report\?page=(\d+)/.exec(await owner.content())?.[1]
  const reportIt = async () => {
    await owner.goto(`/report?page=${number}&piece=passage:body-0`)
    await expect(owner.getByLabel('Which words?')).toHaveValue('passage:body-1')
    await expectSound(owner)
    await owner.getByRole('radio', { name: /^Personal information/ }).focus()
    await owner.keyboard.press('Space')
    await owner.getByRole('button', { name: 'Send the report' }).focus()
    await owner.keyboard.press('Enter')
    await expect(owner.locator('.receipt strong')).toBeVisible()
  }
  await reportIt()
  await expect.poll(says, { timeout: 5_000 }).toEqual([false, false])
  await reader.setViewportSize(PHONE)
  await reader.goto(at)
  await expect(reader.locator('.being-checked')).toContainText('These words are being checked')
  await expectSound(reader)

  await moderator.setViewportSize(PHONE)
  await moderator.goto('/moderation/reports')
  await moderator.getByRole('link').filter({ hasText: title }).first().click()
  await expect(moderator.getByRole('main')).toContainText(`${word} Street`)
  await expectSound(moderator)
  await moderator.getByRole('radio', { name: /^They stay: open them/ }).focus()
  await moderator.keyboard.press('Space')
  await moderator.getByRole('button', { name: 'Decide' }).focus()
  await moderator.keyboard.press('Enter')
  await expect(moderator.getByRole('main')).toContainText('let the words stand')
  await expect.poll(says, { timeout: 5_000 }).toEqual([true, true])
  await reportIt()
  expect(await says()).toEqual([true, true])
})

test('without scripts, on a phone: a blocked fan contests the block, and somebody else answers', async ({
  page,
  newFan,
  moderator,
  owner,
  browser,
  baseURL,
}) => {
  const fan = await newFan(page)
  await page.goto('/account')
  const own = await page.getByRole('link', { name: 'Your contributions' }).getAttribute('href')
  const id = own?.split('/').at(-1) ?? ''
  const reason = `Thirty times the same, ${freshWord()}`
  const block = { accountId: id, reason, rule: 'spam', length: 'week' }
  expect(await callOverHttp(moderator.request, 'account.block', block)).toBe('done')

  const plain = await browser.newContext({
    ...{ baseURL, javaScriptEnabled: false, viewport: PHONE },
    storageState: await page.context().storageState(),
  })
  const blocked = await plain.newPage()
  await blocked.goto('/account')
  await expect(blocked.getByRole('main')).toContainText('nothing sent over and over')
  await blocked.getByRole('link', { name: 'Contest the block' }).click()
  await expect(blocked.getByRole('main')).toContainText(reason)
  await blocked.getByLabel('Why should it end?').fill('It was one evening.')
  await blocked.getByRole('button', { name: 'Send it' }).click()
  await expect(blocked.getByRole('status')).toContainText('Somebody will answer here.')

  await moderator.goto('/moderation/appeals')
  const theirs = (on: Page) => on.getByRole('region', { name: fan.name })
  await expect(theirs(moderator)).toContainText('somebody else answers')
  await expect(theirs(moderator).getByRole('button', { name: 'Answer' })).toHaveCount(0)
  await owner.setViewportSize(PHONE)
  await owner.goto('/moderation/appeals')
  await expectSound(owner)
  await theirs(owner).getByRole('radio', { name: 'It is lifted now' }).check()
  await theirs(owner).getByLabel('The answer, which they read').fill('Welcome back.')
  await theirs(owner).getByRole('button', { name: 'Answer' }).click()
  await expect(theirs(owner)).toHaveCount(0)
  await blocked.goto('/account')
  await expect(blocked.getByRole('main')).not.toContainText('is blocked')
  await plain.close()
})

test('who is muted is folded, and is heard again after', async ({ page, newFan, moderator, owner }) => {
  const word = freshWord()
  const { thread } = await beginThread(moderator, `About ${word}.`)
  await newFan(page)
  await page.setViewportSize(PHONE)
  await page.goto(thread)
  await page
    .getByRole('link', { name: /^Mute / })
    .first()
    .click()
  await page.getByRole('button', { name: 'Mute', exact: true }).click()
  await page.waitForURL('/account/muted')
  await expectSound(page)
  await page.goto(thread)
  const folded = page.locator('.cm summary').first()
  await expect(folded).toContainText('whom you muted')
  await expect(page.locator('.cm').first().getByText(word)).toBeHidden()
  await folded.focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.cm').first().getByText(word)).toBeVisible()
  await expectSound(page)
  // Nothing of it is in what everybody is sent.
  expect(await (await page.request.get(thread)).text()).not.toContain('muted-words')
  await owner.goto(thread)
  await expect(owner.locator('.cm').first().getByText(word)).toBeVisible()
  await page.goto('/account/muted')
  await page.getByRole('button', { name: /^Unmute/ }).click()
  await expect(page.getByRole('main')).toContainText('You have muted nobody.')
})

test('without scripts and without an account one says that a page is about them; then it is closed for good, and an owner undoes it', async ({
  page: fan,
  newFan,
  moderator,
  owner,
  browser,
  baseURL,
}) => {
  const [word, credit] = [freshWord(), freshWord()]
  await newFan(fan)
  const title = await publishNewPage(moderator, { kind: 'person', isLiving: true })
  await publishNewFact(moderator, title, `Plays the part of ${credit}.`)
  const acceptedBy = (by: Page, submissionId: number) =>
    callOverHttp(by.request, 'submission.accept', {
      ...{ submissionId: String(submissionId), roundNumber: '1', key: randomUUID() },
    })
  const confession = await submitConfession(fan, title, `I am a ${word}.`)
  for (const by of [moderator, owner]) expect(await acceptedBy(by, confession)).toBe('done')

  const plain = await browser.newContext({ baseURL, javaScriptEnabled: false, viewport: PHONE })
  const visitor = await plain.newPage()
  const at = `/wiki/${inAddress(title)}`
  const shown = async () => {
    const html = await (await visitor.request.get(at)).text()
    return [word, credit].map((one) => html.includes(one))
  }
  expect(await shown()).toEqual([true, true])
  await visitor.goto(at)
  await visitor.getByRole('link', { name: 'This is about me' }).click()
  await visitor.getByRole('radio', { name: 'My private life is to be taken out' }).check()
  await visitor.getByRole('button', { name: 'Send it' }).click()
  await expect(visitor.locator('.receipt strong')).toBeVisible()
  await expect.poll(shown, { timeout: 5_000 }).toEqual([false, true])

  await moderator.setViewportSize(PHONE)
  await moderator.goto('/moderation/reports')
  const lines = moderator.getByRole('link').filter({ hasText: title })
  // Once: before the list, and not in it as well.
  await expect(lines).toHaveCount(1)
  await lines.click()
  await expectSound(moderator)
  await moderator.getByRole('radio', { name: /^Nothing about this person/ }).check()
  await moderator.getByLabel('A sentence for whoever reported it').fill('Nothing more of it.')
  await moderator.getByRole('button', { name: 'Decide' }).click()
  await expect(moderator.getByRole('main')).toContainText('Only an owner of this wiki can undo that.')
  await expectSound(moderator)
  await visitor.reload()
  await expect(visitor.getByRole('main')).toContainText('Nothing more of it.')
  expect(await shown()).toEqual([false, true])

  const another = await submitConfession(fan, title, `I like ${freshWord()}.`)
  expect(await acceptedBy(moderator, another)).toBe('not_allowed')
  const path = moderator.url()
  await moderator.goto(`/review/${another}`)
  await expect(moderator.getByRole('main')).toContainText('The person has asked')

  await owner.setViewportSize(PHONE)
  await owner.goto(path)
  await expectSound(owner)
  await owner.getByRole('button', { name: 'Undo it: show it again' }).click()
  await expect(owner.getByRole('button', { name: 'Undo it: show it again' })).toHaveCount(0)
  await expect.poll(shown, { timeout: 5_000 }).toEqual([true, true])
  await plain.close()
})
