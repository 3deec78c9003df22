import { addParagraphs, deskOf, openDesk, publishNewPage, send, sendForReview } from './support/desk'
import { expect, freshWord, test } from './support/story'

const invalid = ['aria-invalid', 'true'] as const

test('a session ends while somebody writes: they are told in place, sign in, and send it again', async ({
  page,
  newFan,
  signIn,
}) => {
  const fan = await newFan(page)
  const word = freshWord()
  await openDesk(page, `Tale ${word}`)
  await page.getByLabel('Kind of page').selectOption({ label: 'Theme' })
  await addParagraphs(page, `Many words about ${word}.`)

  const tab = await page.context().newPage()
  await tab.goto('/account')
  await tab.getByRole('button', { name: 'Sign out' }).click()
  await tab.waitForURL((url) => url.pathname !== '/account')

  await send(page, 'All I know')
  await expect(page.getByRole('alert').filter({ hasText: 'Sign in first' })).toBeVisible()
  await expect(deskOf(page).text).toContainText(`Many words about ${word}.`)

  await signIn(tab, fan)
  await sendForReview(page, 'All I know')
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

test('a fact without a statement is told at the field', async ({ page, newFan }) => {
  await newFan(page)
  await page.goto('/new/fact?about=Kit_Connor')
  const statement = page.getByRole('textbox', { name: 'What is the fact?' })
  await page.getByLabel('To whom?').fill('a friend')
  await send(page)
  await expect(statement).toHaveAccessibleDescription(/what the fact says/)
  await expect(statement).toBeFocused()
  await expect(page.getByLabel('To whom?')).toHaveValue('a friend')
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
