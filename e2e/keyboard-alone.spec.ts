import type { Locator, Page } from '@playwright/test'
import { deskOf, inAddress, publishNewPage } from './support/desk'
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

  await tabTo(page, page.getByRole('main').getByRole('searchbox'))
  await keyboard.type(title)
  await keyboard.press('Enter')
  await tabTo(page, page.getByRole('main').getByRole('link', { name: title, exact: true }))
  await keyboard.press('Enter')
  await expect(page).toHaveURL(`/wiki/${inAddress(title)}`)
  await tabTo(page, page.getByRole('main').getByRole('link', { name: 'Edit', exact: true }))
  await keyboard.press('Enter')

  const desk = deskOf(page)
  await tabTo(page, desk.text)
  await keyboard.press('ControlOrMeta+End')
  await keyboard.press('Enter')
  await keyboard.type(`Then ${word} comes`)
  await keyboard.press('Shift+Tab')
  const tools = page.getByRole('toolbar', { name: 'Text', exact: true })
  await expect(tools.getByRole('button', { name: 'Heading', exact: true })).toBeFocused()
  await keyboard.press('ArrowRight')
  await expect(tools.getByRole('button', { name: 'Subheading' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(desk.text).toBeFocused()
  await expect(desk.text.getByRole('heading', { level: 3, name: `Then ${word} comes` })).toBeVisible()

  await tabTo(page, desk.summary)
  await keyboard.type('With the keyboard')
  await tabTo(page, desk.send)
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Your edit is waiting for review' })).toBeVisible()
})
