import type { Page } from '@playwright/test'
import { addParagraphs, deskOf, openDesk, publishNewPage, send } from './support/desk'
import { expect, freshWord, test } from './support/story'

const invalid = ['aria-invalid', 'true'] as const

/** Ends the session of this browser from another tab. */
async function signOutElsewhere(page: Page): Promise<Page> {
  const tab = await page.context().newPage()
  await tab.goto('/account')
  await tab.getByRole('button', { name: 'Sign out' }).click()
  await tab.waitForURL((url) => url.pathname !== '/account')
  return tab
}

test('a session ends while somebody writes: they sign in in place, and what they wrote is sent', async ({
  page,
  newFan,
}) => {
  const fan = await newFan(page)
  const word = freshWord()
  await openDesk(page, `Tale ${word}`)
  await page.getByLabel('Kind of page').selectOption({ label: 'Theme' })
  await addParagraphs(page, `Many words about ${word}.`)
  await signOutElsewhere(page)

  await send(page, 'All I know')
  const panel = page.getByRole('group', { name: 'Your session has ended' })
  await expect(panel.getByLabel('Name', { exact: true })).toHaveValue(fan.name)
  const password = panel.getByLabel('Password', { exact: true })
  await expect(password).toBeFocused()
  await password.fill('not this one')
  await page.keyboard.press('Enter')
  await expect(password).toHaveAccessibleDescription(/no such name with this password/)
  await expect(deskOf(page).text).toContainText(`Many words about ${word}.`)
  await password.fill(fan.password)
  await page.getByRole('button', { name: 'Sign in and send' }).click()
  await expect(page.getByRole('heading', { name: 'Your edit is waiting for review' })).toBeVisible()
  await expect(page.getByRole('link', { name: `Your account, ${fan.name}` })).toBeVisible()
  await page.getByRole('link', { name: /^Submission \d+$/ }).click()
  await expect(page.getByRole('main')).toContainText(`Many words about ${word}.`)
})

test('a visitor who edits a page, or describes a source, makes an account when they save', async ({
  page,
  anotherVisitor,
}) => {
  const word = freshWord()
  await openDesk(page, 'Kit Connor')
  await addParagraphs(page, `He knows ${word}.`)
  await send(page, `On ${word}`)
  await enterAs(page, `Fan ${word}`, `${word} orchard lantern gravel`)
  await expect(page.getByRole('heading', { name: 'Your edit is waiting for review' })).toBeVisible()

  const other = await anotherVisitor()
  await other.goto('/new/source')
  await other.getByLabel('Title', { exact: true }).fill(`A talk on ${word}`)
  await send(other)
  await enterAs(other, `Fan ${word}`, 'another word entirely, said twice')
  await expect(other.getByLabel('Name', { exact: true })).toHaveAccessibleDescription(/is taken/)
  await enterAs(other, `Fan of ${word}`, 'another word entirely, said twice')
  await expect(other.getByRole('heading', { name: 'Your edit is waiting for review' })).toBeVisible()
})

async function enterAs(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Create account and send' }).click()
}

test('a fact is sent though the session has ended meanwhile, in place', async ({ page, newFan }) => {
  const fan = await newFan(page)
  const word = freshWord()
  await page.goto('/new/fact?about=Kit_Connor')
  await page.getByLabel('What did you learn?').fill(`He hums ${word}.`)
  await signOutElsewhere(page)
  await page.getByRole('button', { name: 'Send for review' }).click()
  await page
    .getByRole('group', { name: 'Your session has ended' })
    .getByLabel('Password', { exact: true })
    .fill(fan.password)
  await page.getByRole('button', { name: 'Sign in and send' }).click()
  await expect(page.getByRole('heading', { name: 'Your fact is waiting for review' })).toBeVisible()
})

test('what a visitor wrote is there after they have signed in another way, and then gone once it is sent', async ({
  page,
  newFan,
  signIn,
}) => {
  const fan = await newFan(page)
  await signOutElsewhere(page)
  const word = freshWord()
  await page.goto('/new/fact?about=Kit_Connor')
  const statement = page.getByLabel('What did you learn?')
  await statement.fill(`He hums ${word}.`)
  await page.getByLabel('Where?').fill(`On the radio, ${word}`)
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('Name', { exact: true }).fill(fan.name)
  await page.getByLabel('Password', { exact: true }).fill(fan.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('/new/fact?about=Kit_Connor')
  await expect(page.getByRole('status').filter({ hasText: 'What you wrote here before' })).toBeVisible()
  await expect(statement).toHaveValue(`He hums ${word}.`)
  await expect(page.getByLabel('Where?')).toHaveValue(`On the radio, ${word}`)

  await signOutElsewhere(page)
  const tab = await page.context().newPage()
  await signIn(tab, fan)
  await page.getByRole('button', { name: 'Send for review' }).click()
  await expect(page.getByRole('heading', { name: 'Your fact is waiting for review' })).toBeVisible()
  await page.goto('/new/fact?about=Kit_Connor')
  await expect(statement).toHaveValue('')
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(word)
})

test('somebody else has signed in from another tab: a form asks in whose name it is sent, and goes out in nobody else’s', async ({
  page,
  newFan,
  signIn,
}) => {
  const [tao, elle] = [await newFan(page), { name: '', password: '' }]
  const tab = await signOutElsewhere(page)
  Object.assign(elle, await newFan(tab))
  await signIn(tab, tao)
  const word = freshWord()
  await page.goto('/new/fact?about=Kit_Connor')
  await page.getByLabel('What did you learn?').fill(`He hums ${word}.`)
  const desk = await page.context().newPage()
  await openDesk(desk, 'Kit Connor')
  await addParagraphs(desk, `He knows ${word}.`)
  await signIn(tab, elle)

  await page.getByRole('button', { name: 'Send for review' }).click()
  const asked = page.getByRole('main').getByRole('alert').filter({ hasText: 'Nothing was sent' })
  await expect(asked).toContainText(`You are signed in as ${elle.name} now; this was written as ${tao.name}.`)
  await expect(asked).toBeFocused()
  await page.getByRole('button', { name: 'Send for review' }).click()
  await expect(page.getByLabel('What did you learn?')).toHaveValue(`He hums ${word}.`)
  await asked.getByRole('button', { name: `Send it as ${elle.name}` }).click()
  await expect(page.getByRole('heading', { name: 'Your fact is waiting for review' })).toBeVisible()

  await send(desk, `On ${word}`)
  const atDesk = desk.getByRole('alert').filter({ hasText: `this was written as ${tao.name}` })
  await expect(atDesk.getByRole('button', { name: `Send it as ${elle.name}` })).toBeVisible()
  const again = desk.context().waitForEvent('page')
  await atDesk.getByRole('link', { name: `Sign in as ${tao.name} again` }).click()
  await signIn(await again, tao)
  await send(desk, `On ${word}`)
  await expect(desk.getByRole('heading', { name: 'Your edit is waiting for review' })).toBeVisible()
  await page.goto('/submissions')
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: 'Kit Connor' })).toHaveCount(1)
})

test('without a script too, a report that a visitor wrote asks the account that is signed in by then', async ({
  browser,
  baseURL,
  newFan,
  page,
}) => {
  const fan = await newFan(page)
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) })
  const [plain, word] = [await context.newPage(), freshWord()]
  await plain.goto('/report')
  await plain.getByLabel('Spam').check()
  await plain.getByRole('textbox').last().fill(`Look at ${word}`)
  await context.addCookies(await page.context().cookies())
  await plain.getByRole('main').locator('button[type=submit]').click()
  const asked = plain.getByRole('alert').filter({ hasText: `You are signed in as ${fan.name} now` })
  await expect(asked).toContainText('by somebody who was not signed in')
  await expect(plain.getByText(`Look at ${word}`)).toBeVisible()
  await plain.getByRole('button', { name: `Send it as ${fan.name}` }).click()
  await plain.waitForURL(/\/report\/.+/)
  await context.close()
})

test('two tabs write the same form: both keep their words, and both are offered once they are closed', async ({
  page,
  newFan,
}) => {
  await newFan(page)
  const word = freshWord()
  const path = '/new/fact?about=Kit_Connor'
  const tabs = [page, await page.context().newPage()]
  for (const [place, tab] of tabs.entries()) {
    await tab.goto(path)
    await tab.getByLabel('What did you learn?').fill(`Words ${place} on ${word}.`)
    await expect.poll(() => tab.evaluate(() => JSON.stringify(localStorage))).toContain(`Words ${place} on`)
  }
  await page.reload()
  await expect(page.getByLabel('What did you learn?')).toHaveValue(`Words 0 on ${word}.`)
  await expect(page.getByRole('region', { name: 'What you wrote here and did not send' })).toHaveCount(0)

  const third = await page.context().newPage()
  for (const tab of tabs) await tab.close()
  await third.goto(path)
  const statement = third.getByLabel('What did you learn?')
  const offers = third.getByRole('region', { name: 'What you wrote here and did not send' })
  await expect(offers.getByRole('listitem')).toHaveCount(2)
  await expect(statement).toHaveValue('')
  await statement.fill('Another thing.')
  await offers.getByRole('button', { name: `Take up: Words 1 on ${word}.` }).click()
  await expect(statement).toHaveValue(`Words 1 on ${word}.`)
  await offers.getByRole('button', { name: `Throw away: Words 0 on ${word}.` }).click()
  await third.getByRole('button', { name: 'Send for review' }).click()
  await third.getByRole('link', { name: 'Add another fact' }).click()
  await expect(offers).toContainText('Another thing.')
  await expect(offers.getByRole('listitem')).toHaveCount(1)
  await expect(statement).toHaveValue('')
})

test('what was typed is there again after a reload', async ({ page, newFan }) => {
  await newFan(page)
  const word = freshWord()
  const desk = await openDesk(page, 'Kit Connor')
  await addParagraphs(page, `He knows ${word}.`)
  await desk.summary.fill(`On ${word}`)
  await page.reload()
  await expect(page.getByRole('status').filter({ hasText: 'What you wrote here before' })).toBeVisible()
  await expect(desk.text).toContainText(`He knows ${word}.`)
  await expect(desk.summary).toHaveValue(`On ${word}`)
  await page.getByRole('button', { name: 'Discard it and start again' }).click()
  await expect(desk.text).not.toContainText(word)
})

test('what is wrong with a page is told at its field, and every word stays', async ({ page, newFan }) => {
  await newFan(page)
  const desk = await openDesk(page, 'Kit Connor')
  await addParagraphs(page, 'A sentence worth keeping.')
  const { title, summary, text } = desk
  for (const [field, typed, sentence] of [
    [title, '', /title/],
    [title, '👩‍❤️‍👩'.repeat(201), /at most 200 characters/],
    [summary, 'o'.repeat(301), /at most 300 characters/i],
  ] as const) {
    await field.fill(typed)
    await send(page)
    await expect(field).toHaveAccessibleDescription(sentence)
    await expect(field).toHaveAttribute(...invalid)
    await expect(field).toBeFocused()
    await expect(field).toHaveValue(typed)
    await expect(text).toContainText('A sentence worth keeping.')
    await title.fill('Kit Connor')
  }
})

test('a title that differs from another only in case is told at the field', async ({
  page,
  accounts,
  signIn,
}) => {
  await signIn(page, accounts.moderator)
  const title = await publishNewPage(page)
  await page.goto('/new/page')
  const desk = deskOf(page)
  await page.getByLabel('Kind of page').selectOption({ label: 'Theme' })
  await desk.title.fill(title.toUpperCase())
  await desk.text.fill('Another page altogether.')
  await send(page)
  await expect(desk.title).toHaveAccessibleDescription(/There is a page called .* already/)
  await expect(desk.title).toHaveValue(title.toUpperCase())
  await expect(desk.text).toContainText('Another page altogether.')
})

test('an address that is none is told at the field', async ({ page, newFan }) => {
  await newFan(page)
  await page.goto('/new/source')
  const link = page.getByLabel('Link', { exact: true })
  await link.fill('somewhere on the web')
  await page.getByLabel('Title', { exact: true }).fill('A talk')
  await send(page)
  await expect(link).toHaveAccessibleDescription(/starts? with http:\/\/ or https:\/\//)
  await expect(link).toHaveAttribute(...invalid)
  await expect(link).toHaveValue('somewhere on the web')
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('A talk')
})
