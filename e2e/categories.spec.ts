import { inAddress, openEditForm, send, sendForReview } from './support/edit-form'
import { publishNewPage } from './support/past-forms'
import { accept } from './support/review'
import { expect, freshWord, test } from './support/story'

test('a page is put into categories alone, by keyboard and on a phone; one is made along with it and waits with it', async ({
  page,
  newFan,
  moderator,
}) => {
  const word = freshWord()
  const [category, lookalike] = [`Arts ${word}`, `Arts ${word} music`]
  const title = await publishNewPage(moderator, { title: lookalike })

  await newFan(page)
  await page.setViewportSize({ width: 360, height: 740 })
  await openEditForm(page, title)
  const field = page.getByRole('combobox', { name: 'Categories' })

  // A page of this title is there, and is no category: there is nothing to take.
  await field.fill(lookalike)
  await expect(page.getByText(`“${lookalike}” is a page, but not a category.`)).toBeVisible()
  await field.press('ArrowDown')
  await field.press('Enter')
  await expect(field).toHaveValue(lookalike)
  await expect(page.locator('.entry-chips')).toHaveCount(0)

  await field.fill(category)
  const offered = page.getByRole('option', { name: `Make the category “${category}”` })
  await expect(offered).toBeVisible()
  await offered.click()
  await expect(page.locator('.entry-chips')).toContainText(category)
  const submission = await sendForReview(page, 'It is one of the arts')

  // The author finds it again, and may take it out.
  await page.goto(`/submissions/${submission}/amend`)
  await expect(page.locator('.entry-chips')).toContainText(category)

  await moderator.goto(`/review/${submission}`)
  await expect(moderator.getByRole('main')).toContainText(category)
  await accept(moderator, submission)
  await moderator.goto(`/wiki/${inAddress(title)}`)
  await moderator.getByRole('link', { name: category, exact: true }).click()
  await expect(moderator.getByRole('heading', { level: 1, name: category })).toBeVisible()
  await expect(moderator.getByRole('link', { name: title, exact: true })).toBeVisible()

  // By keyboard: what begins like it and is no category is not offered.
  const other = await publishNewPage(moderator)
  await openEditForm(moderator, other)
  const keys = moderator.getByRole('combobox', { name: 'Categories' })
  await keys.fill(`arts ${word}`)
  await expect(moderator.locator('.suggestions [role=option]')).toHaveText([category])
  await keys.press('ArrowDown')
  await keys.press('Enter')
  await expect(moderator.locator('.entry-chips')).toContainText(category)
  await send(moderator)
  await moderator.waitForURL(`/wiki/${inAddress(other)}`)
  await expect(moderator.getByRole('link', { name: category, exact: true })).toBeVisible()
})
