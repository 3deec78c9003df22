import type { Page } from '@playwright/test'
import { addParagraphs, inAddress, openEditForm, send, sendForReview } from './support/edit-form'
import { publishNewPage } from './support/past-forms'
import { accept, openCase } from './support/review'
import { expect, freshWord, test } from './support/story'

test('a fan edits a page and waits; a moderator accepts; the reader sees it within a second', async ({
  page,
  newFan,
  anotherVisitor,
  moderator,
}) => {
  const title = await publishNewPage(moderator, { paragraphs: ['It begins at school.'] })
  const reader = await anotherVisitor()
  const word = freshWord()

  const fan = await newFan(page)
  const editForm = await openEditForm(page, title)
  await editForm.lead.click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(` Everybody knows it as ${word}.`)
  await writeALittleOfEverything(page, word)
  const submission = await sendForReview(page, `Tells more of ${word}`)

  await reader.goto(`/wiki/${inAddress(title)}`)
  await expect(reader.getByRole('main')).not.toContainText(word)
  const glimpse = await reader.request.get(`/submissions/${submission}`)
  expect(await glimpse.text()).not.toContain(word)

  await moderator.goto('/review')
  const queue = moderator.getByRole('navigation', { name: 'Waiting edits' })
  await expect(queue).toBeVisible()
  await openCase(moderator, submission)
  const proposed = moderator.getByRole('article')
  await expect(proposed).toContainText(fan.name)
  await expect(proposed.locator('ins').filter({ hasText: word }).first()).toBeVisible()
  await accept(moderator, submission)

  await expectWithinASecond(reader, `The days of ${word}`)
  await reader.reload()
  await expect(reader.getByRole('heading', { name: `The days of ${word}` })).toBeVisible()
  const text = reader.getByRole('main')
  await expect(text.locator('strong', { hasText: 'dearly' })).toBeVisible()
  await expect(text.getByRole('listitem').filter({ hasText: 'second of two' })).toBeVisible()
  await expect(text.getByRole('link', { name: 'Kit Connor', exact: true }).first()).toHaveAttribute(
    'href',
    '/wiki/Kit_Connor',
  )
  await expect(text.locator('a[href="#ref-1"]').first()).toBeVisible()
  await expect(text.getByRole('heading', { name: 'References' })).toBeVisible()

  await reader.getByRole('link', { name: 'History', exact: true }).click()
  const newest = reader
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: `Tells more of ${word}` })
  await expect(newest).toContainText(fan.name)
})

/** Whoever asks for the page a second from now, or sooner, is given these words, however long that answer takes. */
async function expectWithinASecond(reader: Page, words: string): Promise<void> {
  const published = Date.now()
  let asked: number
  let isThere: boolean
  do {
    asked = Date.now()
    isThere = (await (await reader.request.get(reader.url())).text()).includes(words)
  } while (!isThere && asked - published < 1_000)
  expect(isThere).toBe(true)
}

/** A heading, bold words, a list, a link by its brackets and a citation, all by what the editor offers. */
async function writeALittleOfEverything(page: Page, word: string) {
  const keyboard = page.keyboard
  await addParagraphs(page, `The days of ${word}`)
  const tools = page.getByRole('toolbar', { name: 'Text', exact: true })
  await tools.getByRole('button', { name: 'Heading', exact: true }).click()
  await keyboard.press('Enter')
  await keyboard.type('They loved it ')
  await tools.getByRole('button', { name: 'Bold' }).click()
  await keyboard.type('dearly')
  await tools.getByRole('button', { name: 'Bold' }).click()
  await keyboard.type(', above all [[Kit Conn')
  await page.getByRole('option', { name: /^Kit Connor/ }).click()
  await keyboard.type('.')
  await tools.getByRole('button', { name: 'Cite a source' }).click()
  await page.getByRole('combobox', { name: 'Link, DOI, ISBN or a few words' }).fill('Heartbreaker')
  await page
    .getByRole('option', { name: /Heartbreaker/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Cite here' }).click()
  await keyboard.press('Enter')
  await tools.getByRole('button', { name: 'Bulleted list' }).click()
  await keyboard.type('first of two')
  await keyboard.press('Enter')
  await keyboard.type('second of two')
}

test('the queue has the oldest first', async ({ page, newFan, moderator }) => {
  await newFan(page)
  for (const _ of ['older', 'newer']) {
    await openEditForm(page, `Tale ${freshWord()}`)
    await page.getByLabel('Kind of page').selectOption({ label: 'Theme' })
    await addParagraphs(page, 'Something new.')
    await sendForReview(page, '')
  }
  await moderator.goto('/review')
  const rows = moderator.getByRole('navigation', { name: 'Waiting edits' }).locator('a[href^="/review/"]')
  const numbers = await rows.evaluateAll((links) =>
    links.map((link) => Number(link.getAttribute('href')?.match(/\d+/))),
  )
  expect(numbers.length).toBeGreaterThan(1)
  expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
})

test('somebody who may publish sees their own edit at once', async ({ moderator: page }) => {
  const title = await publishNewPage(page, { paragraphs: ['As it was.'] })
  for (const round of ['first', 'second', 'third']) {
    await openEditForm(page, title)
    await addParagraphs(page, `Added in the ${round} round.`)
    await send(page)
    await page.waitForURL(`/wiki/${inAddress(title)}`)
    // What the save led to is looked at as it came: nothing is loaded a second time.
    await expect(page.getByRole('main')).toContainText(`Added in the ${round} round.`, { timeout: 1 })
  }
})
