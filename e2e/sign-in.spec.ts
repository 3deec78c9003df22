import { expect, test } from './support/story'

test('a fan signs up and is known on the next page', async ({ page, newFan }) => {
  const fan = await newFan(page)
  await page.goto('/')
  await expect(page.getByText(fan.name)).toBeVisible()
})

test('each of the demo accounts signs in', async ({ accounts, anotherVisitor, signIn }) => {
  for (const person of Object.values(accounts)) {
    const page = await anotherVisitor()
    await signIn(page, person)
    await page.goto('/')
    await expect(page.getByText(person.name, { exact: true })).toBeVisible()
  }
})
