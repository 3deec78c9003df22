import { expect, freshWord, test } from './support/story'

const newPassword = 'orchard lantern gravel tea'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('who signs up is shown a code once, goes on to where they were going, and comes back with it', async ({
    page,
  }) => {
    const name = `Fan ${freshWord()}`
    await page.goto('/sign-in?next=%2Ffacts%2F1')
    await page.getByRole('link', { name: 'Create an account' }).click()
    await page.getByLabel('Name', { exact: true }).fill(name)
    await page.getByLabel('Password', { exact: true }).fill('gravel orchard lantern tea')
    await page.getByRole('button', { name: 'Create account' }).click()

    await expect(page.getByRole('heading', { name: 'Your recovery code' })).toBeVisible()
    const shown = page.getByText(/^(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}$/)
    const code = (await shown.textContent()) ?? ''
    expect(page.url()).not.toContain(code.slice(0, 4))
    await page.getByRole('button', { name: 'I have kept it, go on' }).click()
    await expect(page).toHaveURL('/facts/1')

    await page.goto('/account/recovery-code')
    await expect(shown).toHaveCount(0)
    await expect(page.getByText('It was shown once and cannot be shown again')).toBeVisible()

    await page.goto('/account')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL('/')
    await page.goto('/sign-in?next=%2Ffacts%2F2')
    await page.getByRole('link', { name: 'Forgot your password?' }).click()
    await page.getByLabel('Name', { exact: true }).fill(name)
    await page.getByLabel('Recovery code').fill(code.toLowerCase())
    await page.getByLabel('New password').fill('short')
    await page.getByRole('button', { name: 'Set the new password' }).click()
    await expect(page.getByLabel('New password')).toHaveAccessibleDescription(/at least 8/)
    await expect(page.getByLabel('Recovery code')).toHaveValue(code.toLowerCase())
    await page.getByLabel('New password').fill(newPassword)
    await page.getByRole('button', { name: 'Set the new password' }).click()

    await expect(shown).not.toHaveText(code)
    await page.getByRole('button', { name: 'I have kept it, go on' }).click()
    await expect(page).toHaveURL('/facts/2')
  })
})
