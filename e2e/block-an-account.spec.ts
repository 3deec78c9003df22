import { addParagraphs, editFormOf, openEditForm, send } from './support/edit-form'
import { expect, freshWord, test } from './support/story'

test('a block bites on the next click, says why, and leaves every word where it is', async ({
  page,
  newFan,
  moderator,
}) => {
  const fan = await newFan(page)
  const word = freshWord()
  await page.goto('/account')
  const contributions = await page.getByRole('link', { name: 'Your contributions' }).getAttribute('href')
  await openEditForm(page, `Tale ${word}`)
  await page.getByLabel('Kind of page').selectOption({ label: 'Theme' })
  await addParagraphs(page, `Long thoughts about ${word}.`)

  await moderator.goto(contributions ?? '')
  await moderator.getByRole('link', { name: 'Block this account' }).click()
  await expect(moderator.getByRole('link', { name: `Back to ${fan.name}` })).toHaveAttribute(
    'href',
    contributions ?? '',
  )
  await moderator.getByLabel('Reason').fill(`Please stop advertising, ${word}.`)
  await moderator.getByLabel('One day').check()
  await moderator.getByRole('button', { name: 'Block this account' }).click()
  await moderator.waitForURL((url) => !url.pathname.endsWith('/block'))

  // Their page knows at once that they are blocked, says why, and offers the way out of it.
  const words = `Please stop advertising, ${word}.`
  await expect(moderator.getByText(words)).toContainText('blocked this account')
  await expect(moderator.getByRole('link', { name: 'Block this account', exact: true })).toHaveCount(0)
  expect(await (await moderator.request.get(contributions ?? '')).text()).not.toContain(word)

  await send(page, 'My thoughts')
  const answer = page.getByRole('alert').filter({ hasText: 'Your account is blocked' })
  await expect(answer).toContainText(`Please stop advertising, ${word}.`)
  await expect(editFormOf(page).text).toContainText(`Long thoughts about ${word}.`)
  await expect(editFormOf(page).summary).toHaveValue('My thoughts')

  await page.goto('/')
  await expect(
    page.getByRole('status').filter({ hasText: `Please stop advertising, ${word}.` }),
  ).toBeVisible()
  await expect(page.getByText(fan.name)).toBeVisible()

  await moderator.getByRole('link', { name: 'Unblock this account' }).click()
  await moderator.getByLabel('Why the block is lifted').fill('It was a misunderstanding.')
  await moderator.getByRole('button', { name: 'Lift the block' }).click()
  await expect(moderator.getByRole('link', { name: 'Block this account', exact: true })).toBeVisible()
  await expect(moderator.getByText(words)).toHaveCount(0)
})

test('upon the account of the wiki itself nobody is offered to act', async ({ owner: page }) => {
  await page.goto('/history/Kit_Connor')
  await page.getByRole('main').getByRole('link', { name: 'Loreleaf' }).first().click()
  await expect(page.getByRole('link', { name: 'Log of this account' })).toBeVisible()
  await expect(
    page.getByRole('link', { name: /(Block|Report) this account|Change (the role|this name)/ }),
  ).toHaveCount(0)
})
