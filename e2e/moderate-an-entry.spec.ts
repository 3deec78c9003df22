import { inAddress } from './support/edit-form'
import { publishNewPage } from './support/past-forms'
import { expect, freshWord, test } from './support/story'

test('a renamed page keeps every link and every old address', async ({ anotherVisitor, moderator: page }) => {
  const first = await publishNewPage(page)
  await page.goto(`/wiki/${inAddress(first)}`)
  const names = [`Second ${freshWord()}`, `Third ${freshWord()}`]
  for (const name of names) {
    await page.getByRole('link', { name: 'Rename', exact: true }).click()
    await page.getByLabel('New title').fill(name)
    await page.getByLabel('Reason', { exact: true }).first().fill('As the credits have it')
    await page.getByRole('button', { name: 'Rename the page' }).click()
    await page.waitForURL(`/wiki/${inAddress(name)}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  }
  const [second = '', third = ''] = names
  const visitor = await anotherVisitor()
  for (const old of [first, second, second.toLowerCase()]) {
    const answer = await visitor.request.get(`/wiki/${inAddress(old)}`, { maxRedirects: 0 })
    expect([answer.status(), answer.headers().location]).toEqual([308, `/wiki/${inAddress(third)}`])
    await visitor.goto(`/history/${inAddress(old)}`)
    await expect(visitor).toHaveURL(`/history/${inAddress(third)}`)
  }

  // A taken title is refused at the field, and what was typed stays.
  await publishNewPage(page, { title: `Taken ${third}` })
  await page.goto(`/wiki/${inAddress(third)}`)
  await page.getByRole('link', { name: 'Rename', exact: true }).click()
  await page.getByLabel('New title').fill(`taken ${third}`)
  await page.getByLabel('Reason', { exact: true }).first().fill('Better')
  await page.getByRole('button', { name: 'Rename the page' }).click()
  await expect(page.getByLabel('New title')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('New title')).toHaveValue(`taken ${third}`)
  await expect(page.getByRole('main').getByRole('alert')).toContainText('There is a page called')

  await page.getByLabel('Another title that leads here').fill(`Also ${third}`)
  const add = page.locator('form').filter({ hasText: 'Add the address' })
  await add.getByLabel('Reason', { exact: true }).fill('People call it so')
  await add.getByRole('button').click()
  await expect(page.getByRole('radio', { name: `Also ${third}` })).toBeVisible()
  const also = await visitor.request.get(`/wiki/${inAddress(`Also ${third}`)}`, { maxRedirects: 0 })
  expect(also.status()).toBe(308)
})

test('a page is protected without JavaScript, and everybody reads why', async ({
  accounts,
  browser,
  baseURL,
  anotherVisitor,
  moderator: page,
}) => {
  const title = await publishNewPage(page)
  await page.goto(`/wiki/${inAddress(title)}`)
  const address = await page.getByRole('link', { name: 'Protect', exact: true }).getAttribute('href')
  const reason = `An edit war over ${freshWord()}`
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const plain = await context.newPage()
  await plain.goto(address ?? '')
  await plain.getByRole('button', { name: 'Protect it' }).click()
  await expect(plain.getByText('Give a reason')).toBeVisible()
  await plain.getByLabel('Moderators alone').check()
  await plain.getByLabel('Reason', { exact: true }).fill(reason)
  await plain.getByRole('button', { name: 'Protect it' }).click()
  await expect(plain).toHaveURL(`/wiki/${inAddress(title)}`)
  await context.close()

  const fan = await anotherVisitor(accounts.fan)
  await fan.goto(`/wiki/${inAddress(title)}`)
  await expect(fan.getByRole('main')).toContainText(`The reason given: “${reason}”`.replace(/[“”]/g, ''))
  await expect(fan.getByRole('link', { name: 'Protect', exact: true })).toBeHidden()
  expect((await fan.request.get(address ?? '')).status()).toBe(404)
  await fan.goto('/log')
  await expect(fan.getByRole('main')).toContainText(reason)
})

test('a deleted page says when and why, and comes back with everything', async ({
  anotherVisitor,
  moderator: page,
}) => {
  const word = freshWord()
  const title = await publishNewPage(page, { paragraphs: [`Words about ${word}.`] })
  await page.goto(`/wiki/${inAddress(title)}`)
  await page.getByRole('link', { name: 'Delete', exact: true }).click()
  await expect(page.getByText('Nothing else in the wiki shows it or names it.')).toBeVisible()
  await page.getByLabel('Reason', { exact: true }).fill(`A hoax ${word}`)
  await page.getByRole('button', { name: 'Delete the page' }).click()
  await expect(page.getByRole('main')).toContainText(`A hoax ${word}`)

  const visitor = await anotherVisitor()
  const answer = await visitor.request.get(`/wiki/${inAddress(title)}`)
  expect(answer.status()).toBe(410)
  await visitor.goto(`/search?q=${word}`)
  await expect(visitor.getByText(`Nothing found for “${word}”`)).toBeVisible()

  await page.getByRole('link', { name: 'Restore it' }).click()
  await page.getByText('What it said').click()
  await expect(page.getByText(`Words about ${word}.`)).toBeVisible()
  await page.getByLabel('Why it is restored').fill('No hoax after all')
  await page.getByRole('button', { name: 'Restore it' }).click()
  await page.waitForURL(`/wiki/${inAddress(title)}`)
  await expect(page.getByRole('main')).toContainText(`Words about ${word}.`)
  await visitor.goto(`/search?q=${word}`)
  await expect(visitor.getByRole('link', { name: title }).first()).toBeVisible()
})

test('a name is changed everywhere at once', async ({ page, newFan, moderator }) => {
  const fan = await newFan(page)
  await page.goto('/account')
  const path = await page.getByRole('link', { name: 'Your contributions' }).getAttribute('href')
  await moderator.goto(path ?? '')
  await moderator.getByRole('link', { name: 'Change this name' }).click()
  const name = `Reader ${freshWord()}`
  await moderator.getByLabel('New name').fill(name)
  await moderator.getByLabel('Reason', { exact: true }).fill('It was an insult')
  await moderator.getByRole('button', { name: 'Change the name' }).click()
  await moderator.waitForURL(path ?? '')
  await expect(moderator.getByRole('heading', { level: 1 })).toHaveText(name)
  await page.goto('/')
  await expect(page.getByText(name)).toBeVisible()
  const log = await (await page.request.get('/log')).text()
  expect(log).toContain(name)
  expect(log).not.toContain(fan.name)
})
