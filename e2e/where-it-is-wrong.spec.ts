import { openEditForm, send } from './support/edit-form'
import { expect, freshWord, test } from './support/story'

test('a cell with a line too many, far above the button, is led to, marked there, and the mark goes once it is mended', async ({
  moderator: page,
}) => {
  test.slow()
  await page.setViewportSize({ width: 360, height: 740 })
  const editForm = await openEditForm(page, `Tale ${freshWord()}`)
  await page.getByLabel('Kind of page').selectOption({ label: 'Theme' })
  await editForm.text.click()
  await page.evaluate(() => {
    const lines = Array.from({ length: 11 }, (_, line) => `<p>line ${line}</p>`).join('')
    const below = Array.from({ length: 60 }, (_, line) => `<p>Below, ${line}.</p>`).join('')
    const data = new DataTransfer()
    data.setData('text/html', `<table><tr><td>a</td><td>${lines}</td></tr></table>${below}`)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await send(page)
  const sentence = 'This cell has 11 lines, and 10 fit in a cell.'
  const shown = editForm.text.getByText(sentence)
  await expect(shown).toBeInViewport()
  await expect(editForm.text).toBeFocused()
  const cell = editForm.text.locator('td[aria-invalid="true"]')
  await expect(cell).toContainText('line 10')
  await expect(page.getByRole('main').getByRole('alert').filter({ hasText: sentence }).first()).toBeAttached()

  await page.getByRole('button', { name: 'Go there:' }).click()
  await expect(shown).toBeInViewport()
  await page.keyboard.press('Control+End')
  await cell.getByText('line 10').click()
  await page.keyboard.press('End')
  for (const _ of 'line 10\n') await page.keyboard.press('Backspace')
  await expect(shown).toHaveCount(0)
  await expect(editForm.text).not.toHaveAttribute('aria-invalid', 'true')
  await send(page)
  await page.waitForURL(/\/wiki\//)
})
