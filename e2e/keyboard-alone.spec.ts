import type { Locator, Page } from '@playwright/test'
import { editFormOf, inAddress, openEditForm, send } from './support/edit-form'
import { publishNewPage } from './support/past-forms'
import { expect, freshWord, test } from './support/story'

const MOST_STEPS = 120

/** Goes on with Tab until this has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let step = 0; step < MOST_STEPS; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${target} cannot be reached with Tab`)
}

test('from the front page to a saved edit with the keyboard alone', async ({
  page,
  newFan,
  accounts,
  anotherVisitor,
}) => {
  const title = await publishNewPage(await anotherVisitor(accounts.moderator), {
    paragraphs: ['It rains.'],
  })
  const word = freshWord()
  await newFan(page)
  await page.goto('/')

  const { keyboard } = page
  const skip = page.getByRole('link', { name: 'Skip to the text' })
  await keyboard.press('Tab')
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()

  await tabTo(page, page.getByRole('main').locator('input[type=search]'))
  await keyboard.type(title)
  await keyboard.press('Enter')
  await tabTo(page, page.getByRole('main').getByRole('link', { name: title, exact: true }))
  await keyboard.press('Enter')
  await expect(page).toHaveURL(`/wiki/${inAddress(title)}`)
  await tabTo(page, page.getByRole('main').getByRole('link', { name: 'Edit', exact: true }))
  await keyboard.press('Enter')

  const editForm = editFormOf(page)
  await tabTo(page, editForm.text)
  await keyboard.press('ControlOrMeta+End')
  await keyboard.press('Enter')
  await keyboard.type(`Then ${word} comes`)
  await keyboard.press('Shift+Tab')
  const tools = page.getByRole('toolbar', { name: 'Text', exact: true })
  await expect(tools.getByRole('button', { name: 'Heading', exact: true })).toBeFocused()
  await keyboard.press('ArrowRight')
  await expect(tools.getByRole('button', { name: 'Subheading' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(editForm.text).toBeFocused()
  await expect(editForm.text.getByRole('heading', { level: 3, name: `Then ${word} comes` })).toBeVisible()

  await tabTo(page, editForm.summary)
  await keyboard.type('With the keyboard')
  await tabTo(page, editForm.send)
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Your edit is waiting for review' })).toBeVisible()
})

test('a section with a link, a source and a table, looked at and saved, with the keyboard alone', async ({
  moderator: page,
}) => {
  const title = await publishNewPage(page, { paragraphs: ['It rains.'] })
  const made = await openEditForm(page, title)
  await made.text.focus()
  const { keyboard } = page
  await keyboard.press('ControlOrMeta+End')
  await keyboard.press('Enter')
  await keyboard.type('## Weather')
  await keyboard.press('Enter')
  await keyboard.type('Every day')
  await send(page)
  await page.waitForURL(`/wiki/${inAddress(title)}`)

  const word = freshWord()
  await tabTo(page, page.getByRole('link', { name: 'Edit: Weather' }))
  await keyboard.press('Enter')
  const editForm = editFormOf(page)
  await tabTo(page, editForm.text)
  await keyboard.press('ControlOrMeta+End')
  await keyboard.type(', says [[Kit Conn')
  await expect(page.getByRole('option', { name: /^Kit Connor/ })).toBeVisible()
  await keyboard.press('Enter')
  await keyboard.type(` ${word}.`)

  await keyboard.press('Alt+F10')
  const tools = page.getByRole('toolbar', { name: 'Text', exact: true })
  const cite = tools.getByRole('button', { name: 'Cite a source' })
  for (let step = 0; step < 20 && !(await cite.evaluate((one) => one === document.activeElement)); step++)
    await keyboard.press('ArrowRight')
  await keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Link, DOI, ISBN or a few words' })).toBeFocused()
  const found = page.waitForResponse(/q=Heartbreaker&/)
  await keyboard.type('Heartbreaker')
  await found
  await expect(page.getByRole('option', { name: /^‘Heartstopper’ Heartbreaker/ })).toBeVisible()
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Choose another' })).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: 'Cite here' }))
  await keyboard.press('Enter')
  await expect(editForm.text).toBeFocused()

  await keyboard.press('Enter')
  await keyboard.press('Alt+F10')
  const table = tools.getByRole('button', { name: 'Table', exact: true })
  for (let step = 0; step < 20 && !(await table.evaluate((one) => one === document.activeElement)); step++)
    await keyboard.press('ArrowRight')
  await keyboard.press('Enter')
  await keyboard.type('Day')
  await keyboard.press('Tab')
  await keyboard.type('Rain')
  await keyboard.press('Alt+F10')
  await expect(page.getByRole('toolbar', { name: 'This table' }).getByRole('button').first()).toBeFocused()
  await keyboard.press('Escape')

  await tabTo(page, editForm.summary)
  await keyboard.type('With the keyboard')
  await tabTo(page, page.getByRole('button', { name: 'Show changes' }))
  await keyboard.press('Enter')
  const pane = page.getByRole('region', { name: 'Your change, before it is saved' })
  await expect(pane).toBeFocused()
  await expect(pane.getByRole('table')).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Show changes' })).toBeFocused()
  await tabTo(page, editForm.send)
  await keyboard.press('Enter')
  await page.waitForURL(`/wiki/${inAddress(title)}#Weather`)
  const text = page.getByRole('main')
  await expect(text.getByRole('columnheader')).toHaveText(['Day', 'Rain'])
  await expect(text).toContainText(`Every day, says Kit Connor ${word}.`)
  await expect(text.locator('a[href="#ref-1"]').first()).toBeVisible()
})

const modifiers: Record<string, number> = { Control: 2, Shift: 8 }
const codes: Record<string, number> = { End: 35, Home: 36, ArrowLeft: 37, ArrowUp: 38, Enter: 13 }

/**
 * Has the page do something else for a while, as a slow phone does: keys that are pressed meanwhile come all at once, and
 * nothing waits for what the one before did.
 */
async function press(page: Page, ...keys: string[]): Promise<void> {
  const browser = await page.context().newCDPSession(page)
  await page.evaluate(() => {
    setTimeout(() => {
      const until = performance.now() + 300
      while (performance.now() < until);
    })
  })
  const sent = keys.flatMap((pressed) => {
    const [key = '', held = ''] = pressed.split('+').reverse()
    const text = key === 'Enter' ? '\r' : key.length === 1 && !held ? key : undefined
    const windowsVirtualKeyCode = codes[key] ?? key.toUpperCase().charCodeAt(0)
    const event = { key, modifiers: modifiers[held] ?? 0, windowsVirtualKeyCode }
    return [
      browser.send('Input.dispatchKeyEvent', { ...event, type: text ? 'keyDown' : 'rawKeyDown', text }),
      browser.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' }),
    ]
  })
  await Promise.all(sent)
  await browser.detach()
}

test('keys that are pressed while the page is busy do what they do where the caret is', async ({
  moderator: page,
}) => {
  const title = await publishNewPage(page, { paragraphs: ['It rains.'] })
  const editForm = await openEditForm(page, title)
  const paragraphs = editForm.text.locator('p')

  await editForm.text.focus()
  await press(page, 'Control+End', 'Enter', 'S', 'u', 'n')
  await expect(paragraphs).toHaveText(['It rains.', 'Sun'])

  await press(page, 'Control+Home', 'Enter', 'ArrowUp', 'H', 'a')
  await expect(paragraphs).toHaveText(['Ha', 'It rains.', 'Sun'])

  await press(page, 'Control+End', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Control+b')
  await expect(editForm.text.locator('strong')).toHaveText('un')

  // Away and back: the caret is where it was left, until a key moves it.
  await editForm.lead.focus()
  await editForm.text.focus()
  await press(page, 'Control+Home', 'Enter', 'ArrowUp', 'O')
  await expect(paragraphs).toHaveText(['O', 'Ha', 'It rains.', 'Sun'])

  await press(page, 'Control+End', 'n', 'y')
  // A tool that was pressed gives the text the focus before the next key.
  await page
    .getByRole('toolbar', { name: 'Text', exact: true })
    .getByRole('button', { name: 'Table', exact: true })
    .focus()
  // What was typed last goes along, however soon it is sent.
  await press(page, 'Enter', 'D', 'a', 'y')
  await send(page)
  await page.waitForURL(`/wiki/${inAddress(title)}`)
  const main = page.getByRole('main')
  await expect(main.getByText('Sunny', { exact: true })).toBeVisible()
  await expect(main.getByRole('columnheader').first()).toHaveText('Day')
})
