import { addParagraphs, openEditForm, send, signOutElsewhere } from './support/edit-form'
import { expect, freshWord, signInByForm, signUpByForm, test } from './support/story'

test('somebody else has signed in from another tab: a form asks in whose name it is sent, and goes out in nobody else’s', async ({
  page,
}) => {
  test.slow()
  const [tao, elle] = [await signUpByForm(page), { name: '', password: '' }]
  const tab = await signOutElsewhere(page)
  Object.assign(elle, await signUpByForm(tab))
  await signInByForm(tab, tao)
  const word = freshWord()
  await page.goto('/new/fact?about=Kit_Connor')
  await page.getByLabel('What did you learn?').fill(`He hums ${word}.`)
  const editForm = await page.context().newPage()
  await openEditForm(editForm, 'Kit Connor')
  await addParagraphs(editForm, `He knows ${word}.`)
  await signInByForm(tab, elle)

  await page.getByRole('button', { name: 'Send for review' }).click()
  const asked = page.getByRole('main').getByRole('alert').filter({ hasText: 'Nothing was sent' })
  await expect(asked).toContainText(`You are signed in as ${elle.name} now; this was written as ${tao.name}.`)
  await expect(asked).toBeFocused()
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: 'Send for review' }).click()
  await answered
  await expect(page.getByLabel('What did you learn?')).toHaveValue(`He hums ${word}.`)
  await asked.getByRole('button', { name: `Send it as ${elle.name}` }).click()
  await expect(page.getByRole('heading', { name: 'Your fact is waiting for review' })).toBeVisible()

  await send(editForm, `On ${word}`)
  const inEditForm = editForm.getByRole('alert').filter({ hasText: `this was written as ${tao.name}` })
  await expect(inEditForm.getByRole('button', { name: `Send it as ${elle.name}` })).toBeVisible()
  const again = editForm.context().waitForEvent('page')
  await inEditForm.getByRole('link', { name: `Sign in as ${tao.name} again` }).click()
  await signInByForm(await again, tao)
  await send(editForm, `On ${word}`)
  await expect(editForm.getByRole('heading', { name: 'Your edit is waiting for review' })).toBeVisible()
  await page.goto('/submissions')
  await expect(page.locator('.submissions > li').filter({ hasText: 'Kit Connor' })).toHaveCount(1)
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
