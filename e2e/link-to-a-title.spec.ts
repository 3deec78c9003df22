import { titlePath } from '@/lib/titles/spelling'
import { editFormOf, openEditForm, send } from './support/edit-form'
import { expect, freshWord, test } from './support/story'

test('a link that was typed is red until its page is there, and from then on leads to it', async ({
  anotherVisitor,
  moderator: page,
}) => {
  const [from, to] = [`From ${freshWord()}`, `To ${freshWord()}, 100%`]
  await openEditForm(page, from)
  await page.getByLabel('Kind of page').selectOption({ label: 'Theme' })
  const editForm = editFormOf(page)
  await editForm.text.click()
  await page.keyboard.type(`It goes on in [[${to}]] and so on.`)
  await send(page)
  await page.waitForURL(`/wiki/${titlePath(from)}`)
  const link = page.locator('main').getByRole('link', { name: to })
  await expect(link).toHaveClass('red')

  const reader = await anotherVisitor()
  await reader.goto(`/links/${titlePath(to)}`)
  await expect(reader.getByText('No page has this title yet.')).toBeVisible()
  await expect(reader.getByRole('link', { name: from })).toBeVisible()

  await link.click()
  await expect(editForm.title).toHaveValue(to)
  await page.getByLabel('Kind of page').selectOption({ label: 'Theme' })
  await editForm.lead.fill('It is here now.')
  await send(page)
  await page.waitForURL(`/wiki/${titlePath(to)}`)
  await page.goto(`/wiki/${titlePath(from)}`)
  await expect(link).not.toHaveClass('red')
  await link.click()
  await expect(page).toHaveURL(`/wiki/${titlePath(to)}`)

  await page.getByRole('link', { name: 'What links here' }).click()
  await page.locator('main').getByRole('link', { name: from }).click()
  await expect(page).toHaveURL(`/wiki/${titlePath(from)}`)
  await reader.goto(`/wiki/${titlePath(from)}`)
  await reader.locator('main').getByRole('link', { name: to }).click()
  await expect(reader.getByText('It is here now.')).toBeVisible()
})
