import { inAddress, openEditForm, send, sendForReview } from './support/edit-form'
import { publishNewPage } from './support/past-forms'
import { openCase } from './support/review'
import { expect, freshWord, test } from './support/story'

test('a fan fills in fields by hand and from what is offered, and reads what is understood; a reviewer does, too', async ({
  page,
  newFan,
  moderator,
}) => {
  const actor = await publishNewPage(moderator, { title: `Actor ${freshWord()}` })
  const title = `Role ${freshWord()}`
  await newFan(page)
  const editForm = await openEditForm(page, title)
  await page.getByLabel('Kind of page').selectOption({ label: 'Place' })
  await editForm.lead.fill('A place of its own.')

  // What is needed is asked for at its field, and nothing that was typed is lost.
  await editForm.send.click()
  const what = page.getByRole('textbox', { name: 'What it is (needed)' })
  await expect(page.locator('#field-infobox-type-problem')).toContainText('is needed')
  await what.fill('a theatre')

  await page.getByText(/^Fields without a value/).click()
  // Who chooses a picture by keyboard, or takes it away, goes on from there.
  const picture = page.getByRole('combobox', { name: 'Picture' })
  await picture.pressSequentially('picture')
  await expect(page.getByRole('listbox', { name: 'Picture' }).getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Caption' })).toBeFocused()
  await page.getByRole('button', { name: 'Remove the picture' }).press('Enter')
  await expect(picture).toBeFocused()

  const built = page.getByRole('textbox', { name: 'Built' })
  const understood = page.locator('#field-infobox-built-read')
  const next = page.getByRole('textbox', { name: 'Closed' })
  const gap = async () => Number((await next.boundingBox())?.y) - Number((await built.boundingBox())?.y)
  const before = await gap()
  await built.pressSequentially('c. 1757')
  await expect(understood).toHaveText('Read as about 1757')
  await built.fill('long ago')
  await expect(understood).toHaveText('Not a date: kept as written.')
  expect(await gap()).toBe(before)

  const filmedAt = page.getByRole('textbox', { name: 'Filmed at' })
  await filmedAt.pressSequentially(`The old mill, ${actor}`)
  await expect(page.getByRole('option', { name: actor })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(filmedAt.getByText(actor)).toHaveClass(/wiki|link/)
  await expect(page.locator('#field-infobox-filmed_at-read')).toHaveText(
    `Read as 2 pages: The old mill; ${actor}`,
  )
  // Words may stay words.
  await page.keyboard.type(`, ${actor.slice(0, 9)}`)
  await expect(page.getByRole('option', { name: actor })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.locator('.link-suggestions')).toHaveCount(0)

  const submission = await sendForReview(page, 'A place that was missing')
  await openCase(moderator, submission)
  const proposed = moderator.getByRole('article')
  await expect(proposed.getByRole('term').filter({ hasText: 'Infobox · Built' })).toBeVisible()
  await expect(proposed).toContainText('This is not read as a date: it stays as it is written.')
  await expect(proposed.getByRole('link', { name: actor })).toHaveAttribute(
    'href',
    `/wiki/${inAddress(actor).replaceAll('%20', '_')}`,
  )
})

test('what does not fit is listed with its page until an edit mends it', async ({ page, moderator }) => {
  const title = `House ${freshWord()}`
  const editForm = await openEditForm(moderator, title)
  await moderator.getByLabel('Kind of page').selectOption({ label: 'Place' })
  await editForm.lead.fill('A house of its own.')
  await moderator.getByRole('textbox', { name: 'What it is (needed)' }).fill('a house')
  await moderator.getByText(/^Fields without a value/).click()
  const built = moderator.getByRole('textbox', { name: 'Built' })
  await built.fill('long ago')
  await send(moderator)
  await moderator.waitForURL(`/wiki/${inAddress(title)}`)

  const listed = page.locator('.unfit-values li').filter({ hasText: title })
  await page.goto('/pages/place')
  await page.getByRole('link', { name: 'Fields of these pages' }).click()
  await expect(listed).toContainText('long ago')
  await listed.getByRole('link', { name: `Edit ${title}` }).click()
  await expect(page).toHaveURL(`/edit/${inAddress(title)}`)

  await openEditForm(moderator, title)
  await built.fill('1757')
  await send(moderator)
  await moderator.waitForURL(`/wiki/${inAddress(title)}`)
  await page.goto('/fields')
  await expect(listed).toHaveCount(0)
})
