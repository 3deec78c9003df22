import type { Page } from '@playwright/test'
import { addParagraphs, editFormOf, inAddress, openEditForm, send } from './support/edit-form'
import { publishNewPage } from './support/past-forms'
import { expect, freshWord, test } from './support/story'

const tool = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: 'Text', exact: true }).getByRole('button', { name, exact: true })
const ofTable = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: 'This table' }).getByRole('button', { name, exact: true })

/** Puts this on the clipboard's way into the text, as a paste from another page does. */
const paste = (page: Page, html: string) =>
  editFormOf(page).text.evaluate((element, markup) => {
    const data = new DataTransfer()
    data.setData('text/html', markup)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, html)

test('a table is written by keyboard, published, read on a phone, changed, and its history tells the cell', async ({
  anotherVisitor,
  moderator: page,
}) => {
  const title = await publishNewPage(page, { paragraphs: ['The cast.'] })
  const word = freshWord()
  const { keyboard } = page
  const editForm = await openEditForm(page, title)
  await addParagraphs(page, '')
  await tool(page, 'Table').click()
  for (const words of ['Actor', 'Part', 'Kit Connor', `Nick ${word}`, 'Joe Locke', 'Charly']) {
    await keyboard.type(words)
    await keyboard.press('Tab')
  }
  // Tab has led out of the table, and leads on out of the text.
  await keyboard.type('Behind the table.')
  await expect(editForm.text.locator('table').getByText('Behind')).toHaveCount(0)
  await keyboard.press('Tab')
  await expect(editForm.text).not.toBeFocused()

  await editForm.text.getByRole('textbox', { name: /^Title of the table/ }).fill('Who plays whom')
  await editForm.text.getByRole('cell', { name: 'Charly' }).click()
  await ofTable(page, 'Row below').click()
  await keyboard.type('Yasmin Finney')
  await ofTable(page, 'Column after').click()
  await ofTable(page, 'Delete column').click()
  await keyboard.press('Alt+F10')
  await expect(ofTable(page, 'Row below')).toBeFocused()
  await keyboard.press('Escape')
  await expect(editForm.text).toBeFocused()
  await send(page)
  await page.waitForURL(`/wiki/${inAddress(title)}`)

  const reader = await anotherVisitor()
  await reader.setViewportSize({ width: 360, height: 740 })
  await reader.goto(`/wiki/${inAddress(title)}`)
  const table = reader.getByRole('table', { name: 'Who plays whom' })
  await expect(table.getByRole('columnheader')).toHaveText(['Actor', 'Part'])
  await expect(table.getByRole('row')).toHaveCount(4)
  await expect(table.getByRole('row').nth(1)).toContainText(`Nick ${word}`)
  const width = await reader.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(360)

  await openEditForm(page, title)
  await editForm.text.getByText('Charly').click({ clickCount: 3 })
  await keyboard.type('Charlie')
  await send(page, `Spelling ${word}`)
  await page.waitForURL(`/wiki/${inAddress(title)}`)
  await page.goto(`/history/${inAddress(title)}`)
  await page
    .getByRole('listitem')
    .filter({ hasText: `Spelling ${word}` })
    .getByRole('link', { name: /changed/i })
    .first()
    .click()
  await expect(page.locator('ins').filter({ hasText: 'Charlie' }).first()).toBeVisible()
  await expect(page.getByRole('main')).toContainText('row 3')
})

test('a table pasted from elsewhere, merged cells and tables in cells with it, becomes a plain one that can be saved', async ({
  moderator: page,
}) => {
  const title = await publishNewPage(page, { paragraphs: ['Before.'] })
  const editForm = await openEditForm(page, title)
  await addParagraphs(page, '')
  await paste(
    page,
    `<table><caption>Guests</caption>
      <tr><th colspan="2">Names</th><th rowspan="99999999">Years</th></tr>
      <tr><td>Ann<ul><li>first</li></ul></td><td><table><tr><td>inner</td></tr></table></td></tr>
      <tr><td colspan="1000000000">Bo</td></tr></table>`,
  )
  await expect(editForm.text.getByRole('cell', { name: 'Bo' })).toBeVisible()
  await send(page)
  await page.waitForURL(`/wiki/${inAddress(title)}`)
  await expect(page.getByRole('table')).toHaveCount(1)
  const rows = page.getByRole('row')
  await expect(rows).toHaveCount(3)
  for (const row of await rows.all()) await expect(row.locator('th, td')).toHaveCount(20)
  await expect(page.getByRole('columnheader').nth(2)).toHaveText('Years')
  await expect(rows.nth(1)).toContainText('inner')
})

test('two people write in one table: different rows merge, the same row asks', async ({
  owner: other,
  moderator: page,
}) => {
  const title = await publishNewPage(page, { paragraphs: ['Before.'] })
  await openEditForm(page, title)
  await addParagraphs(page, '')
  await paste(page, '<table><tr><th>Who</th></tr><tr><td>Ann</td></tr><tr><td>Bo</td></tr></table>')
  await send(page)
  await page.waitForURL(`/wiki/${inAddress(title)}`)

  const rewrite = async (on: Page, from: string, to: string) => {
    await editFormOf(on).text.getByText(from, { exact: true }).click({ clickCount: 3 })
    await on.keyboard.type(to)
  }
  await openEditForm(page, title)
  await openEditForm(other, title)
  await rewrite(page, 'Ann', 'Anna')
  await rewrite(other, 'Bo', 'Bob')
  await send(page)
  await page.waitForURL(`/wiki/${inAddress(title)}`)
  await send(other)
  await other.waitForURL(`/wiki/${inAddress(title)}`)
  await expect(other.getByRole('cell')).toHaveText(['Anna', 'Bob'])

  await openEditForm(page, title)
  await openEditForm(other, title)
  await rewrite(page, 'Anna', 'Annie')
  await rewrite(other, 'Anna', 'Hannah')
  await send(page)
  await page.waitForURL(`/wiki/${inAddress(title)}`)
  await send(other)
  await expect(other.getByRole('heading', { name: /Somebody changed the same place/ })).toBeVisible()
})
