import { addParagraphs, inAddress, openEditForm, send } from './support/edit-form'
import { publishNewPage } from './support/past-forms'
import { expect, freshWord, test } from './support/story'

test('a moderator takes one edit back, and what came after it stays', async ({
  anotherVisitor,
  moderator: page,
}) => {
  const title = await publishNewPage(page, {
    lead: 'How it began.',
    paragraphs: ['First there was a comic.'],
  })
  const word = freshWord()
  await openEditForm(page, title)
  await addParagraphs(page, `This is nonsense: ${word}.`)
  await send(page, `Adds nonsense ${word}`)
  await page.waitForURL(`/wiki/${inAddress(title)}`)
  const editForm = await openEditForm(page, title)
  await editForm.lead.fill('How it really began.')
  await send(page, 'Says it better')
  await page.waitForURL(`/wiki/${inAddress(title)}`)

  await page.getByRole('link', { name: 'History', exact: true }).click()
  const line = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: `Adds nonsense ${word}` })
  await line.getByRole('link', { name: /^revert/i }).click()
  await expect(page).toHaveURL(/\/revert\/\d+$/)
  await expect(page.locator('del').filter({ hasText: word, visible: true })).toHaveCount(1)
  await page.getByRole('button', { name: 'Revert', exact: true }).click()
  await page.waitForURL(`/wiki/${inAddress(title)}`)

  const reader = await anotherVisitor()
  await reader.goto(`/wiki/${inAddress(title)}`)
  await expect(reader.getByRole('main')).toContainText('First there was a comic.')
  await expect(reader.getByRole('main')).toContainText('How it really began.')
  await expect(reader.getByRole('main')).not.toContainText(word)
  await reader.getByRole('link', { name: 'History', exact: true }).click()
  await expect(reader.getByRole('main').getByRole('listitem').first()).toContainText('Reverted')
})
