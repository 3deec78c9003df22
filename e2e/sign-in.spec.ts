import { expect, signInByForm, signUpByForm, test } from './support/story'

test('a fan signs up and is known on the next page', async ({ page }) => {
  const fan = await signUpByForm(page)
  await page.goto('/')
  await expect(page.getByText(fan.name)).toBeVisible()
})

test('each of the demo accounts signs in', async ({ accounts, anotherVisitor }) => {
  for (const person of Object.values(accounts)) {
    const page = await anotherVisitor()
    await signInByForm(page, person)
    await page.goto('/')
    await expect(page.getByText(person.name, { exact: true })).toBeVisible()
  }
})
