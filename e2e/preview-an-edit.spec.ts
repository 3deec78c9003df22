import {
  addParagraphs,
  editFormOf,
  inAddress,
  openEditForm,
  rewriteParagraph,
  send,
} from './support/edit-form'
import { publishNewPage } from './support/past-forms'
import { expect, freshWord, test } from './support/story'

test('a change is looked at before it is saved: what differs, what will be read, and nothing is written', async ({
  page,
  newFan,
  moderator,
}) => {
  const title = await publishNewPage(moderator, { paragraphs: ['It rains.', 'It stops.'] })
  const word = freshWord()
  await newFan(page)
  const editForm = await openEditForm(page, title)
  await rewriteParagraph(page, 'It rains', `It pours ${word}.`)
  await editForm.summary.fill(`Weather ${word}`)
  await page.getByRole('button', { name: 'Show changes' }).click()

  const pane = page.getByRole('region', { name: 'Your change, before it is saved' })
  await expect(pane).toBeFocused()
  await expect(pane).toContainText('waits for somebody to review it')
  await expect(pane.locator('ins').filter({ hasText: word }).first()).toBeVisible()
  await expect(pane.getByRole('article')).toContainText(`It pours ${word}.It stops.`)
  await expect(editForm.text).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Show changes' })).toBeFocused()
  await expect(editForm.text).toContainText(`It pours ${word}.`)
  await expect(editForm.summary).toHaveValue(`Weather ${word}`)

  await moderator.goto('/review')
  await expect(moderator.getByRole('main')).not.toContainText(`Weather ${word}`)
  await page.getByRole('button', { name: 'Show changes' }).click()
  await expect(pane).toBeVisible()
  await send(page)
  await expect(page.getByRole('heading', { name: 'Your edit is waiting for review' })).toBeVisible()
})

test('looking tells what a save would tell: nothing changed, a title that is taken, a conflict', async ({
  owner: other,
  moderator: page,
}) => {
  const title = await publishNewPage(page, { paragraphs: ['It rains.', 'It stops.'] })
  const editForm = await openEditForm(page, title)
  const show = page.getByRole('button', { name: 'Show changes' })
  await show.click()
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing was changed.' })).toBeVisible()
  await editForm.title.fill('Joe Locke')
  await show.click()
  await expect(editForm.title).toBeFocused()
  await expect(page.getByText('There is a page called “Joe Locke” already.').first()).toBeVisible()
  await editForm.title.fill(title)

  await rewriteParagraph(page, 'It rains', 'It pours.')
  await openEditForm(other, title)
  await rewriteParagraph(other, 'It rains', 'It snows.')
  await addParagraphs(other, 'And melts.')
  await send(other)
  await other.waitForURL(`/wiki/${inAddress(title)}`)
  await show.click()
  await expect(page.getByRole('heading', { name: /Somebody changed the same place/ })).toBeVisible()
})

test('a fact is looked at as a card with what it rests on, and says on how many pages it is shown', async ({
  moderator: page,
}) => {
  const word = freshWord()
  await page.goto('/facts/1')
  await page.getByRole('link', { name: /^Edit/ }).first().click()
  const statement = page.getByRole('textbox', { name: 'What is the fact?' })
  await statement.click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(` So ${word}.`)
  await page.getByRole('button', { name: 'Show changes' }).click()
  const pane = page.getByRole('region', { name: 'Your change, before it is saved' })
  await expect(pane.locator('.fact .statement')).toContainText(word)
  await expect(pane.getByText(/shown on/i)).toBeVisible()
  await pane.getByRole('button', { name: 'Back to editing' }).click()
  await expect(statement).toContainText(word)
  await expect(editFormOf(page).summary).toBeVisible()
})
