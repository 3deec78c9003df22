import type { Page } from '@playwright/test'
import { submitNewPage } from './support/past-forms'
import { expect, test } from './support/story'

/** Opens a page whose scripts do not come before what is given back is called. */
async function openWithoutScriptsYet(page: Page, path: string): Promise<() => void> {
  let letThemCome = () => {}
  const mayCome = new Promise<void>((resolve) => {
    letThemCome = resolve
  })
  await page.route('**/_next/static/**/*.js*', async (route) => {
    await mayCome
    await route.continue()
  })
  await page.goto(path, { waitUntil: 'commit' })
  return letThemCome
}

test('what is typed into a fact before its page has come alive counts: its length, and the names it begins', async ({
  page,
}) => {
  const letScriptsCome = await openWithoutScriptsYet(page, '/new/fact')
  const speaker = page.getByLabel('Who said it?')
  await page.getByLabel('What did you learn?').fill('o'.repeat(590))
  await speaker.fill('Kit Conn')
  letScriptsCome()
  await page.getByRole('option', { name: /^Kit Connor/ }).click()
  await expect(speaker).toHaveValue('Kit Connor')
  await expect(page.getByText('10 characters left')).toBeVisible()
})

test('letter keys that are switched on before the page has come alive are on', async ({
  page,
  newFan,
  moderator,
}) => {
  await newFan(page)
  const submission = await submitNewPage(page)
  const letScriptsCome = await openWithoutScriptsYet(moderator, `/review/${submission}`)
  await moderator.getByLabel('Letter keys').check()
  letScriptsCome()
  await expect(moderator.locator('html')).toHaveAttribute('data-letter-keys', 'on')

  // They stay on from one case to the next.
  await moderator.goto(`/review/${submission}`)
  await expect(moderator.locator('html')).toHaveAttribute('data-letter-keys', 'on')
  await expect(moderator.getByLabel('Letter keys')).toBeChecked()
})
