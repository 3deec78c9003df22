import type { Page } from '@playwright/test'
import { addParagraphs, editFormOf, openEditForm, send, signOutElsewhere } from './support/edit-form'
import { publishNewPage } from './support/past-forms'
import { expect, freshWord, signInByForm, test } from './support/story'

const invalid = ['aria-invalid', 'true'] as const

test('a session ends while somebody writes: they sign in in place, and what they wrote is sent', async ({
  page,
  newFan,
}) => {
  const fan = await newFan(page)
  const word = freshWord()
  await openEditForm(page, `Tale ${word}`)
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
  await expect(editFormOf(page).text).toContainText(`Many words about ${word}.`)
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
  await openEditForm(page, 'Kit Connor')
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
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('/new/fact?about=Kit_Connor')
  await expect(page.getByRole('status').filter({ hasText: 'What you wrote here before' })).toBeVisible()
  await expect(statement).toHaveValue(`He hums ${word}.`)
  await expect(page.getByLabel('Where?')).toHaveValue(`On the radio, ${word}`)

  await signOutElsewhere(page)
  const tab = await page.context().newPage()
  await signInByForm(tab, fan)
  await page.getByRole('button', { name: 'Send for review' }).click()
  await expect(page.getByRole('heading', { name: 'Your fact is waiting for review' })).toBeVisible()
  await page.goto('/new/fact?about=Kit_Connor')
  await expect(statement).toHaveValue('')
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(word)
})

test('what was typed is there again after a reload', async ({ page, newFan }) => {
  await newFan(page)
  const word = freshWord()
  const editForm = await openEditForm(page, 'Kit Connor')
  await addParagraphs(page, `He knows ${word}.`)
  await editForm.summary.fill(`On ${word}`)
  await page.reload()
  await expect(page.getByRole('status').filter({ hasText: 'What you wrote here before' })).toBeVisible()
  await expect(editForm.text).toContainText(`He knows ${word}.`)
  await expect(editForm.summary).toHaveValue(`On ${word}`)
  await page.getByRole('button', { name: 'Discard it and start again' }).click()
  await expect(editForm.text).not.toContainText(word)
})

test('what is wrong with a page is told at its field, and every word stays', async ({ page, newFan }) => {
  await newFan(page)
  const editForm = await openEditForm(page, 'Kit Connor')
  await addParagraphs(page, 'A sentence worth keeping.')
  const { title, summary, text } = editForm
  for (const [field, typed, sentence] of [
    [title, '', /title/],
    [title, '👩‍❤️‍👩'.repeat(201), /at most 200 characters/],
    [summary, 'o'.repeat(301), /301 characters, and 300 fit/],
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

test('a title that differs from another only in case is told at the field', async ({ moderator: page }) => {
  const title = await publishNewPage(page)
  await page.goto('/new/page')
  const editForm = editFormOf(page)
  await page.getByLabel('Kind of page').selectOption({ label: 'Theme' })
  await editForm.title.fill(title.toUpperCase())
  await editForm.text.fill('Another page altogether.')
  await send(page)
  await expect(editForm.title).toHaveAccessibleDescription(/There is a page called .* already/)
  await expect(editForm.title).toHaveValue(title.toUpperCase())
  await expect(editForm.text).toContainText('Another page altogether.')
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

test('what one typed in talk is there after a reload, a lost connection and an ended session', async ({
  page,
  moderator,
  newFan,
}) => {
  const word = freshWord()
  await moderator.goto('/wiki/Rhea_Norwood')
  const entry = await moderator.locator('[data-entry]').first().getAttribute('data-entry')
  const fan = await newFan(page)
  await page.goto(`/new/thread?entry=${entry}`)
  const [subject, words] = [page.getByLabel('What is it about?'), page.getByLabel('Your words')]
  await subject.fill(`About ${word}`)
  await words.fill(`It is ${word}.`)
  await page.reload()
  await expect(page.getByRole('status').filter({ hasText: 'What you wrote here before' })).toBeVisible()
  await expect(words).toHaveValue(`It is ${word}.`)

  await page.context().setOffline(true)
  await page.getByRole('button', { name: /^Send/ }).click()
  await expect(page.locator('form [role=alert]')).toBeVisible()
  await page.context().setOffline(false)
  const tab = await signOutElsewhere(page)
  await page.getByRole('button', { name: /^Send/ }).click()
  await expect(page.locator('form [role=alert]')).toContainText('Sign in first. Your words are still here.')
  await expect(subject).toHaveValue(`About ${word}`)
  await signInByForm(tab, fan)
  await page.getByRole('button', { name: /^Send/ }).click()
  await page.waitForURL(/\/comments\/\d+$/)
  await page.getByRole('link', { name: /^Edit, / }).click()
  await words.fill(`It was ${word}.`)
  await page.reload()
  await expect(words).toHaveValue(`It was ${word}.`)
  await page.getByRole('button', { name: 'Change it' }).click()
  await page.waitForURL(/\/comments\/\d+$/)
  await expect(page.getByRole('main')).toContainText(`It was ${word}.`)
})
