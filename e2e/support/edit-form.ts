import { expect, type Page } from '@playwright/test'
import { freshWord } from './story'

/** A title as it stands in addresses. */
export const inAddress = (title: string) => encodeURIComponent(title.replaceAll(' ', '_'))

/** The fields of a page's form, and the button that sends it, whatever it promises. */
export const editFormOf = (page: Page) => ({
  title: page.getByLabel('Title', { exact: true }),
  lead: page.getByRole('textbox', { name: 'Lead', exact: true }),
  text: page.getByRole('textbox', { name: 'Text', exact: true }),
  summary: page.getByLabel(/What did you change|Anything to tell/),
  send: page.getByRole('button', { name: /^(Publish|Save|Send for review)$/ }),
})

/** Opens the form for a page, and waits until one can write. */
export async function openEditForm(page: Page, title: string): Promise<ReturnType<typeof editFormOf>> {
  await page.goto(`/edit/${inAddress(title)}`)
  const editForm = editFormOf(page)
  await expect(editForm.text).toBeVisible()
  return editForm
}

/** Writes at the end of what stands in the text already, one paragraph after the other, each word at once as a keyboard of a phone does. */
export async function addParagraphs(page: Page, ...paragraphs: string[]): Promise<void> {
  await editFormOf(page).text.click()
  await page.keyboard.press('ControlOrMeta+End')
  for (const words of paragraphs) {
    await page.keyboard.press('Enter')
    await page.keyboard.insertText(words)
  }
}

/** Puts other words in place of a paragraph of the text that starts with these. */
export async function rewriteParagraph(page: Page, start: string, words: string): Promise<void> {
  await editFormOf(page).text.getByText(start).click({ clickCount: 3 })
  await page.keyboard.insertText(words)
}

/** What a story writes on a page of its own. */
export interface NewPage {
  title?: string
  lead?: string
  paragraphs?: string[]
}

/** Writes a page that no other story knows with the form, as somebody who may publish, and gives its title. */
export async function writeNewPage(page: Page, written: NewPage = {}): Promise<string> {
  const { title = `Tale ${freshWord()}`, lead = 'A page of its own.', paragraphs = [] } = written
  const editForm = await openEditForm(page, title)
  await page.getByLabel('Kind of page').selectOption({ label: 'Theme' })
  await editForm.lead.fill(lead)
  await editForm.text.click()
  for (const [index, words] of paragraphs.entries()) {
    if (index > 0) await page.keyboard.press('Enter')
    await page.keyboard.insertText(words)
  }
  await send(page)
  await page.waitForURL(`/wiki/${inAddress(title)}`)
  return title
}

/** Sends what was written. */
export async function send(page: Page, summary?: string): Promise<void> {
  const editForm = editFormOf(page)
  // What is new and published at once has nobody to tell anything.
  if (summary && (await editForm.summary.isVisible())) await editForm.summary.fill(summary)
  await editForm.send.click()
}

/** Sends an edit that has to wait, and gives the number under which it does. */
export async function sendForReview(page: Page, summary: string): Promise<number> {
  await send(page, summary)
  await expect(page.getByRole('heading', { name: 'Your edit is waiting for review' })).toBeVisible()
  const link = page.getByRole('link', { name: /^Submission \d+$/ })
  return Number((await link.textContent())?.replace('Submission ', ''))
}

/** Ends the session of this browser from another tab. */
export async function signOutElsewhere(page: Page): Promise<Page> {
  const tab = await page.context().newPage()
  await tab.goto('/account')
  await tab.getByRole('button', { name: 'Sign out' }).click()
  await tab.waitForURL((url) => url.pathname !== '/account')
  return tab
}
