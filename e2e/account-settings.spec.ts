import type { Page } from '@playwright/test'
import { expect, freshWord, signInByForm, signUpByForm, test } from './support/story'

const newPassword = 'orchard lantern gravel tea'

/** Opens a part of one's own account from its front page, as people do. */
async function open(page: Page, link: string, heading: string): Promise<void> {
  await page.goto('/account')
  await page.getByRole('link', { name: link }).click()
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a password changed in one browser signs the other out, and this one stays', async ({
      page,
      anotherVisitor,
    }) => {
      const fan = await signUpByForm(page)
      const other = await anotherVisitor(fan)
      await open(page, 'Change (Password)', 'Change your password')
      const mine = page.getByLabel('Your password')
      await mine.fill('not my password')
      await page.getByLabel('New password').fill(newPassword)
      await page.getByRole('button', { name: 'Change my password' }).click()
      await expect(mine).toHaveAccessibleDescription(/not the password of your account/)
      await other.goto('/account')
      await expect(other.getByRole('heading', { level: 1, name: fan.name })).toBeVisible()

      await mine.fill(fan.password)
      await page.getByLabel('New password').fill(newPassword)
      await page.getByRole('button', { name: 'Change my password' }).click()
      await expect(page.getByRole('status')).toContainText('Your password is changed')
      await expect(page.getByRole('heading', { level: 1, name: fan.name })).toBeVisible()
      await other.goto('/account')
      await expect(other).toHaveURL(/\/sign-in/)
      await signInByForm(other, { ...fan, password: newPassword })
    })

    test('a browser that is signed in elsewhere is seen, and signed out', async ({
      page,
      newFan,
      anotherVisitor,
    }) => {
      const fan = await newFan(page)
      const [lost, another] = [await anotherVisitor(fan), await anotherVisitor(fan)]
      await open(page, 'Look (Where you are signed in)', 'Where you are signed in')
      const lines = page.getByRole('main').getByRole('listitem')
      await expect(lines).toHaveCount(3)
      await expect(lines.first()).toContainText('this one')
      const still = async () => {
        const seen: boolean[] = []
        for (const browser of [lost, another]) {
          await browser.goto('/account')
          seen.push(new URL(browser.url()).pathname === '/account')
        }
        return seen.filter(Boolean).length
      }
      await page
        .getByRole('button', { name: /^Sign it out/ })
        .first()
        .click()
      await expect(lines).toHaveCount(2)
      expect(await still()).toBe(1)
      await page.getByRole('button', { name: 'Sign out all others' }).click()
      await expect(lines).toHaveCount(1)
      expect(await still()).toBe(0)
    })

    test('a name changed is changed everywhere, and nobody else can take the old one', async ({
      page,
      newFan,
      anotherVisitor,
    }) => {
      const fan = await newFan(page)
      await page.goto('/account')
      const contributions = await page.getByRole('link', { name: 'Your contributions' }).getAttribute('href')
      const reader = await anotherVisitor()
      await reader.goto(contributions ?? '')
      await expect(reader.getByRole('heading', { level: 1, name: fan.name })).toBeVisible()

      const name = `Reader ${freshWord()}`
      await open(page, 'Change (Name)', 'Change your name')
      await page.getByLabel('New name').fill('owner')
      await page.getByRole('button', { name: 'Change my name' }).click()
      await expect(page.getByLabel('New name')).toHaveAccessibleDescription(/is taken/)
      await expect(page.getByLabel('New name')).toHaveValue('owner')
      await page.getByLabel('New name').fill(name)
      await page.getByRole('button', { name: 'Change my name' }).click()
      await expect(page.getByRole('status')).toContainText('Your name is changed')
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
      await reader.reload()
      await expect(reader.getByRole('heading', { level: 1, name })).toBeVisible()
      await expect(reader.getByText(fan.name)).toHaveCount(0)

      await reader.goto('/sign-up')
      await reader.getByLabel('Name', { exact: true }).fill(fan.name.toUpperCase())
      await reader.getByLabel('Password', { exact: true }).fill(newPassword)
      await reader.getByRole('button', { name: 'Create account' }).click()
      await expect(reader.getByLabel('Name', { exact: true })).toHaveAccessibleDescription(/is taken/)
    })
  })
}
