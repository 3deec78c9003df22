import { expect, type Page } from '@playwright/test'

/** Opens what waits under this number from the queue, as a moderator does. */
export async function openCase(moderator: Page, submission: number): Promise<void> {
  await moderator.goto(`/review/${submission}`)
  await expect(moderator.getByRole('button', { name: 'Accept' })).toBeVisible()
}

/** Accepts what waits under this number. */
export async function accept(moderator: Page, submission: number): Promise<void> {
  await openCase(moderator, submission)
  await moderator.getByRole('button', { name: 'Accept' }).click()
  await expect(moderator.getByRole('status').filter({ hasText: 'Accepted:' })).toBeVisible()
}

/** Declines what waits under this number, in these words. */
export async function decline(moderator: Page, submission: number, reason: string): Promise<void> {
  await openCase(moderator, submission)
  await moderator.getByText('Decline…').click()
  await moderator.locator('details[open]').getByLabel('Reason', { exact: true }).fill(reason)
  await moderator.getByRole('button', { name: 'Decline', exact: true }).click()
  await expect(moderator.getByRole('status').filter({ hasText: 'Declined:' })).toBeVisible()
}

/** Gives what waits under this number back to its author, in these words, with the letter key that opens the form. */
export async function askForChanges(moderator: Page, submission: number, reason: string): Promise<void> {
  await openCase(moderator, submission)
  await moderator.getByLabel('Letter keys').check()
  await moderator.keyboard.press('c')
  await moderator.locator('details[open]').getByLabel('Reason', { exact: true }).fill(reason)
  await moderator.getByRole('button', { name: 'Ask for changes', exact: true }).click()
  await expect(
    moderator.getByRole('status').filter({ hasText: 'asked the author for changes' }),
  ).toBeVisible()
}
