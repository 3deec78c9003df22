import { editFormOf, inAddress, openEditForm, send } from './support/edit-form'
import { publishNewPage } from './support/past-forms'
import { expect, test } from './support/story'

test('a sentence that begins with a year stays one, and a list begins with the number that it was given', async ({
  moderator: page,
}) => {
  const title = await publishNewPage(page, { paragraphs: ['It rains.'] })
  const editForm = await openEditForm(page, title)
  const { keyboard } = page
  await editForm.text.focus()
  await keyboard.press('ControlOrMeta+End')
  await keyboard.press('Enter')
  await keyboard.type('2018. It was dry.')
  await keyboard.press('Enter')
  await keyboard.type('1. One')
  await keyboard.press('Enter')
  await keyboard.type('Two')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.type('Between them.')
  await keyboard.press('Enter')
  // It goes on with the list above.
  await keyboard.type('3. Three')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await editForm.text.evaluate((field) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', '<ol start="7"><li>Seven</li></ol><ol start="-3"><li>Below</li></ol>')
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  const inEditor = await editForm.text
    .locator('ol')
    .evaluateAll((lists) => lists.map((one) => (one as HTMLOListElement).start))
  expect(inEditor).toEqual([1, 3, 7, 1])

  await send(page)
  await page.waitForURL(`/wiki/${inAddress(title)}`)
  const read = page.getByRole('main')
  await expect(read.getByText('2018. It was dry.', { exact: true })).toBeVisible()
  const shown = await read
    .locator('ol:not(.plain)')
    .evaluateAll((lists) =>
      lists
        .filter((one) => /One|Three|Seven|Below/.test(one.textContent))
        .map((one) => [(one as HTMLOListElement).start, one.textContent]),
    )
  expect(shown).toEqual([
    [1, 'OneTwo'],
    [3, 'Three'],
    [7, 'Seven'],
    [1, 'Below'],
  ])

  // What is stored comes back into the editor, and is told where it is compared.
  await page.goto(`/edit/${inAddress(title)}`)
  await expect(editFormOf(page).text.locator('ol').nth(2)).toHaveAttribute('start', '7')
})
