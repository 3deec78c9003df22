import type { Page } from '@playwright/test'
import { faultsOn } from './support/faults'
import { expect, freshWord, test } from './support/story'

const onAPhone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

const receiptOn = (page: Page) => page.locator('.receipt strong')

const expectNoFaults = async (page: Page) => expect(await faultsOn(page)).toEqual([])

test('without JavaScript, on a phone: from a page to a receipt, to a moderator, and back to the receipt', async ({
  browser,
  baseURL,
  anotherVisitor,
  moderator,
}) => {
  const word = freshWord()
  const context = await browser.newContext({ ...onAPhone, baseURL, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/wiki/Kit_Connor')
  await page.getByRole('link', { name: 'Report', exact: true }).last().click()
  await expect(page.getByText('The page “Kit Connor”')).toBeVisible()
  await page.getByRole('radio', { name: /^Personal information/ }).check()
  await page.getByLabel('In your own words').fill(`A telephone number, ${word}.`)
  await page.getByRole('button', { name: 'Send the report' }).click()
  await expect(page.getByRole('heading', { name: 'Your report has arrived' })).toBeVisible()
  const receipt = (await receiptOn(page).textContent()) ?? ''
  expect(receipt).toMatch(/^\w{4}-\w{4}-\w{4}$/)

  const ordinary = await anotherVisitor()
  await ordinary.goto('/report?page=1')
  await ordinary.getByRole('radio', { name: 'Spam or vandalism' }).check()
  await ordinary.getByRole('button', { name: 'Send the report' }).click()
  await expect(receiptOn(ordinary)).toBeVisible()

  await moderator.goto('/moderation/reports')
  const rows = await moderator.locator('.report-lines > li').allTextContents()
  const firstOrdinary = rows.findIndex((row) => !row.startsWith('urgent'))
  expect(firstOrdinary).toBeGreaterThan(0)
  expect(rows.slice(0, firstOrdinary).some((row) => row.includes('Kit Connor'))).toBe(true)
  await moderator
    .getByRole('link', { name: /^urgent Personal information.*Kit Connor.*not read yet/ })
    .last()
    .click()
  await expect(moderator.getByText(`A telephone number, ${word}.`)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'A moderator has read your report' })).toBeVisible()

  await moderator.getByRole('button', { name: 'Close the report' }).click()
  await expect(moderator.getByRole('radiogroup', { name: 'What was done?' })).toHaveAccessibleDescription(
    'Choose what was done.',
  )
  await moderator.getByRole('radio', { name: /^Acted on/ }).check()
  await moderator.getByLabel('A sentence for whoever reported it').fill('It is hidden now.')
  await moderator.getByRole('button', { name: 'Close the report' }).click()
  await expect(moderator.getByText(/^Closed by/)).toContainText('acted on')

  await page.goto('/')
  await page.getByRole('link', { name: 'Report a problem' }).click()
  await page.getByRole('link', { name: 'What became of my report?' }).click()
  await page.getByLabel('Receipt', { exact: true }).fill(receipt.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: 'Look it up' }).click()
  await expect(page.getByRole('heading', { name: 'Your report is closed' })).toBeVisible()
  await expect(page.getByText('something was done about it')).toBeVisible()
  await expect(page.getByText('It is hidden now.')).toBeVisible()
  await expect(page.getByText(word)).toHaveCount(0)

  // One press is enough, with nothing to fill in; a second visitor is told that it is reported already.
  await page.goto('/facts/1')
  await page.getByRole('button', { name: 'Locked too late' }).click()
  await expect(page.getByRole('heading', { name: 'Your report has arrived' })).toBeVisible()
  await page.goto('/facts/1')
  await page.getByRole('button', { name: 'Locked too late' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you, already reported' })).toBeVisible()
  await page.getByRole('link', { name: 'Back to where you were' }).click()
  await expect(page).toHaveURL('/facts/1')
  await moderator.goto('/moderation/reports')
  const inQueue = moderator.getByRole('link', { name: /Locked too late.*not read yet/ }).first()
  // It stands behind the older ones, wherever that is.
  while ((await inQueue.count()) === 0)
    await moderator.goto((await moderator.locator('a[rel=next]').getAttribute('href')) ?? '')
  await expect(inQueue).toBeVisible()
  await context.close()
})

for (const javaScriptEnabled of [true, false]) {
  test(`100,000 characters come back whole, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ baseURL, javaScriptEnabled })
    const page = await context.newPage()
    const words = `${'All of it matters. '.repeat(5_500)}`.slice(0, 99_999).concat('.')
    await page.goto('/report?fact=1')
    await page.getByRole('radio', { name: 'Something else' }).check()
    const field = page.getByLabel('In your own words')
    await field.fill(words)
    await page.getByRole('button', { name: 'Send the report' }).click()
    await expect(field).toHaveAccessibleDescription(/96,000 characters too long: at most 4,000 fit/)
    expect(await field.inputValue()).toBe(words)
    await expect(page.getByRole('radio', { name: 'Something else' })).toBeChecked()
    await field.fill(words.slice(0, 4_000))
    await page.getByRole('button', { name: 'Send the report' }).click()
    await expect(receiptOn(page)).toBeVisible()
    await context.close()
  })
}

test('with scripts, the press that says that a lock is too late is answered in its place', async ({
  page,
  anotherVisitor,
}) => {
  await page.goto('/facts/2')
  const address = page.url()
  const answer = page.getByRole('main').getByRole('status')
  await page.getByRole('button', { name: 'Locked too late' }).click()
  await expect(answer).toHaveText(
    /^Thank you\. A moderator will look at it\. Your receipt: \w{4}-\w{4}-\w{4}$/,
  )
  await expect(answer).toBeFocused()
  expect(page.url()).toBe(address)
  const second = await anotherVisitor()
  await second.goto('/wiki/Heartstopper_(TV_series)')
  const fact = second.locator('#fact-2')
  await fact.locator('.opens > a').click()
  await fact.getByRole('button', { name: 'Locked too late' }).click()
  await expect(fact.getByRole('status')).toHaveText('Thank you, already reported')
})

test('a version in a history: one says whether it is the edit, its summary or the name', async ({ page }) => {
  await page.goto('/history/Kit_Connor')
  await page.getByRole('link', { name: 'report', exact: true }).first().click()
  await expect(page.getByText(/^Version \d+ of “Kit Connor”/)).toBeVisible()
  await page.getByRole('radio', { name: /^The name of its author/ }).check()
  await page.getByRole('radio', { name: 'An insult, or hate' }).check()
  await page.getByRole('button', { name: 'Send the report' }).click()
  await expect(receiptOn(page)).toBeVisible()
})

test('who finds themselves on a page says so with one press, and what is missing is told at its place', async ({
  page,
}) => {
  await page.goto('/wiki/Kit_Connor')
  await page.getByRole('link', { name: 'This is about me' }).click()
  await expect(page.getByRole('heading', { name: 'This is about me', exact: true })).toBeVisible()
  await expect(page.getByRole('radiogroup', { name: 'What do you want?' })).toBeVisible()
  await expect(page.getByLabel('An address for the answer')).toBeVisible()
  await page.goto('/report')
  await page.getByRole('button', { name: 'Send the report' }).click()
  const matters = page.getByRole('radiogroup', { name: 'What is the matter?' })
  await expect(matters).toHaveAccessibleDescription(/Choose what comes closest/)
  await expect(matters).toBeFocused()
})

test('a receipt that is none is answered with a sentence, and a report is nobody else’s to read', async ({
  page,
  newFan,
}) => {
  await page.goto('/report/BBBB-CCCC-DDDD')
  await expect(page.getByLabel('Receipt', { exact: true })).toHaveAccessibleDescription(/No report has this/)
  await newFan(page)
  for (const path of ['/moderation', '/moderation/reports', '/moderation/reports/1'])
    expect((await page.goto(path))?.status()).toBe(404)
})

test('reporting and handling reports shuts nobody out', async ({ page, moderator }) => {
  await page.goto('/report?page=1')
  await expectNoFaults(page)
  await page.getByRole('button', { name: 'Send the report' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expectNoFaults(page)
  await page.getByRole('radio', { name: 'It is about a child' }).check()
  await page.getByRole('button', { name: 'Send the report' }).click()
  await expect(receiptOn(page)).toBeVisible()
  await expectNoFaults(page)
  await page.goto('/report/status?receipt=nothing')
  await expectNoFaults(page)
  for (const path of ['/moderation', '/moderation/reports']) {
    await moderator.goto(path)
    await expectNoFaults(moderator)
  }
  // One of a page, whose words no report closes: of others something else is decided.
  await moderator.locator('.report-lines a').filter({ hasText: 'It is about a child' }).first().click()
  await expect(moderator.getByRole('button', { name: 'Close the report' })).toBeVisible()
  await expectNoFaults(moderator)
})
