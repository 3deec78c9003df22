import type { Page } from '@playwright/test'
import { citationOf } from '@/lib/content/fresh-citation'
import { inAddress } from './support/edit-form'
import { entryAt, publishNewFact, publishNewPage } from './support/past-forms'
import { accept } from './support/review'
import { expect, freshWord, test } from './support/story'

const form = (page: Page) => ({
  statement: page.getByLabel('What did you learn?'),
  speaker: page.getByLabel('Who said it?'),
  where: page.getByLabel('Where? Paste a link or describe it'),
  about: page.getByLabel('Which page is it about?'),
  more: page.getByText('More, if you know it', { exact: true }),
  send: page.getByRole('button', { name: /^(Send for review|Create account and send|Sign in and send)$/ }),
  name: page.getByLabel('Name', { exact: true }),
  password: page.getByLabel('Password', { exact: true }),
})

/** The number of what waits now, from the screen that says so. */
async function waitingNumber(page: Page): Promise<number> {
  await expect(page.getByRole('heading', { name: 'Your fact is waiting for review' })).toBeVisible()
  const link = page.getByRole('link', { name: /^Submission \d+$/ })
  return Number((await link.textContent())?.replace('Submission ', ''))
}

test('on a phone somebody without an account writes a fact first, signs up on sending it, and it is there', async ({
  page,
  moderator,
}) => {
  const title = await publishNewPage(moderator)
  const [word, name] = [freshWord(), `Fan ${freshWord()}`]
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`/wiki/${inAddress(title)}`)
  await page
    .getByRole('navigation', { name: 'Bottom menu' })
    .getByRole('link', { name: 'Add a fact' })
    .click()

  await expect(page).toHaveURL(`/new/fact?about=${encodeURIComponent(title)}`)
  const { statement, speaker, where, send, name: nameField, password } = form(page)
  await statement.fill(`The umbrella was ${word} from the start.`)
  await speaker.fill('Kit Conn')
  await page.getByRole('option', { name: /^Kit Connor/ }).click()
  await expect(speaker).toHaveValue('Kit Connor')
  await where.fill(`https://evenings.example/${word}`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await send.click()

  await expect(page.getByRole('group', { name: /In whose name/ })).toBeVisible()
  await expect(nameField).toBeFocused()
  await nameField.fill(name)
  await password.fill('weak')
  await send.click()
  await expect(password).toHaveAccessibleDescription(/at least 8 characters/)
  await expect(statement).toHaveValue(`The umbrella was ${word} from the start.`)
  await password.fill(`${word} orchard lantern gravel`)
  await send.dblclick()

  const submission = await waitingNumber(page)
  await expect(page.getByRole('main')).toContainText(`Your account “${name}” is made`)
  await expect(page.getByRole('link', { name: `Your account, ${name}` })).toBeVisible()
  const code = await page.getByRole('link', { name: /^See your recovery code/ }).getAttribute('href')
  await page.getByRole('link', { name: 'Add another fact' }).click()
  await expect(statement).toHaveValue('')
  await page.goto('/submissions')
  await expect(page.locator('.submissions > li').filter({ hasText: title })).toHaveCount(1)

  await page.goto(code ?? '')
  await expect(page.getByRole('heading', { name: 'Your recovery code' })).toBeVisible()

  await accept(moderator, submission)
  await page.goto(`/wiki/${inAddress(title)}`)
  const fact = page.getByRole('article').filter({ hasText: word })
  await expect(fact).toContainText('Kit Connor')
  await expect(fact).toContainText('1 source')
})

test('“Add a fact” is there on every page, large enough for a thumb, and knows where one stood', async ({
  page,
}) => {
  const pages = [
    '/',
    '/wiki/Kit_Connor',
    '/facts',
    '/facts/1',
    '/sources/1',
    '/recent',
    '/search?q=Kit',
    '/sign-in',
    '/wiki/Nobody_yet',
  ]
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 760 })
    for (const path of pages) {
      await page.goto(path)
      const link = page
        .locator('.bottom-bar, .bar')
        .getByRole('link', { name: 'Add a fact' })
        .filter({ visible: true })
      await expect(link).toBeInViewport({ ratio: 1 })
      const box = await link.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0), `${path} at ${width}`).toBeGreaterThanOrEqual(44)
    }
  }
  await page.goto('/history/Kit_Connor')
  await page.getByRole('banner').getByRole('link', { name: 'Add a fact' }).click()
  await expect(page).toHaveURL('/new/fact?about=Kit%20Connor')
})

test('a fan tells all they know: several pages and sources, a quote, an outlet; both pages show it', async ({
  page,
  newFan,
  anotherVisitor,
  moderator,
}) => {
  const [one, other] = [await publishNewPage(moderator), await publishNewPage(moderator)]
  const word = freshWord()
  const claim = `The lamp was ${word} from the start.`

  await newFan(page)
  await page.goto(`/wiki/${inAddress(one)}`)
  await page.getByRole('main').getByRole('link', { name: 'Add a fact', exact: true }).click()
  const { statement, speaker, where, more, send } = form(page)
  await statement.fill(claim)
  await speaker.fill(`A stagehand called ${word}`)
  await where.fill(`An evening with ${word}`)
  await more.click()
  await page.getByLabel('Another page it is about').fill(other)
  await page.getByRole('option', { name: other }).click()
  await page.getByLabel('Exact quote').fill(`It was ${word}, always.`)
  await page.getByLabel('Another source').fill(`https://evenings.example/${word}`)
  await page.getByLabel('To whom was it said?').fill('Evenings')
  await page.getByLabel('Anything to tell the reviewers?').fill('Heard it said')
  await send.click()
  const submission = await waitingNumber(page)

  await moderator.goto(`/review/${submission}`)
  await expect(moderator.getByRole('main')).toContainText(`A stagehand called ${word}`)
  const reader = await anotherVisitor()
  await reader.goto(`/wiki/${inAddress(one)}`)
  await expect(reader.getByRole('main')).not.toContainText(word)
  await accept(moderator, submission)
  for (const title of [one, other]) {
    await reader.goto(`/wiki/${inAddress(title)}`)
    await expect(reader.getByRole('article').filter({ hasText: claim })).toContainText('2 sources')
  }
  await reader
    .getByRole('link', { name: `An evening with ${word}` })
    .first()
    .click()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(`An evening with ${word}`)
  await expect(reader.getByRole('article').filter({ hasText: claim })).toBeVisible()
})

test('whoever knows nothing but the fact is not refused, wherever they come from', async ({
  page,
  newFan,
}) => {
  await newFan(page)
  await page.goto('/facts')
  await page.getByRole('banner').getByRole('link', { name: 'Add a fact' }).click()
  await expect(form(page).about).toHaveAccessibleDescription(/Not sure\? Leave it empty/)
  await form(page).statement.fill(`Somebody hid ${freshWord()} in every episode.`)
  await form(page).send.click()
  await waitingNumber(page)
})

test('without scripts a fact is written first, and sent by the press that signs up', async ({
  browser,
  baseURL,
}) => {
  const word = freshWord()
  const plain = await browser.newContext({ baseURL, javaScriptEnabled: false })
  const page = await plain.newPage()
  await page.goto('/wiki/Kit_Connor')
  await page.getByRole('banner').getByRole('link', { name: 'Add a fact' }).click()
  const { statement, where, more, send, name, password } = form(page)
  await statement.fill(`He keeps ${word} in his pocket.`)
  await where.fill('javascript:alert(1)')
  await more.click()
  await page.getByLabel('To whom was it said?').fill('a friend')
  await send.click()
  await expect(where).toHaveAccessibleDescription(/no address of a web page/)
  await where.fill(`In his pocket, https://pockets.example/${word}`)
  await send.click()

  await name.fill(`Fan ${word}`)
  await password.fill(`${word} orchard lantern gravel`)
  await expect(statement).toHaveValue(`He keeps ${word} in his pocket.`)
  await expect(page.getByLabel('To whom was it said?')).toHaveValue('a friend')
  expect(await page.content()).not.toContain('orchard')
  await page.getByRole('button', { name: 'Create account and send' }).click()
  const submission = await waitingNumber(page)
  await page.getByRole('link', { name: `Submission ${submission}` }).click()
  await expect(page.getByRole('main')).toContainText(word)
  await expect(page.getByRole('main')).toContainText('a friend')
  await plain.close()
})

test('what cannot be taken is told at its field, and every word stays', async ({ page, newFan }) => {
  await newFan(page)
  await page.goto('/new/fact?about=Kit_Connor')
  const { statement, speaker, where, more, send } = form(page)
  await speaker.fill('somebody')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: /marked/ })).toHaveCount(0)
  for (const [field, typed, sentence] of [
    [statement, '   ', /Write what you learned/],
    [statement, 'o'.repeat(20_000), /at most 600 characters/i],
    [where, 'https://', /no address of a web page/],
    [where, 'javascript:alert(1)', /no address of a web page/],
  ] as const) {
    await field.fill(typed)
    await send.click()
    await expect(field).toHaveAccessibleDescription(sentence)
    await expect(field).toBeFocused()
    await expect(field).toHaveValue(typed)
    await expect(speaker).toHaveValue('somebody')
    await statement.fill('One claim.')
  }
  await where.fill('')
  await more.click()
  await page.getByLabel('When?').fill('last summer')
  await more.click()
  await send.click()
  await expect(page.getByLabel('When?')).toHaveAccessibleDescription(/A date looks like 2022/)
  await expect(page.getByLabel('When?')).toBeFocused()
})

test('whoever locks a fact is told which one stands open that says much the same', async ({ page }) => {
  await page.goto('/new/fact?about=Kit_Connor')
  const form = page.getByRole('main')
  await form
    .locator('textarea[name=statement]')
    .fill('Kit Connor auditioned first to play Charlie and not Nick.')
  await form.getByText('More, if you know it', { exact: true }).click()
  await form.getByLabel('Does it give away plot?').selectOption('unknown')
  const told = form.getByRole('status').filter({ hasText: 'A similar statement stands open' })
  await expect(told.getByRole('link', { name: 'Fact 8' })).toHaveAttribute('href', '/facts/8')
})

test('what is here already is told while it is typed; one’s source goes there, where it says no: both sides are shown', async ({
  moderator: page,
}) => {
  const about = await publishNewPage(page)
  const [word, other, third] = [freshWord(), freshWord(), freshWord()]
  const source = await entryAt(page, '/sources/1')
  const known = await publishNewFact(
    page,
    about,
    `The ${word} lanterns of the ${other} were ${third} blue.`,
    {
      citations: [citationOf(source)],
    },
  )
  await page.goto(`/new/fact?about=${encodeURIComponent(about)}`)
  await form(page).where.fill(`An evening, https://evenings.example/${word}`)
  await form(page).statement.pressSequentially('[[Kit Conn')
  await page.getByRole('option', { name: /^Kit Connor/ }).click()
  await expect(form(page).statement).toHaveValue('[[Kit Connor]]')
  await expect(page.getByText('It will read: Kit Connor')).toBeVisible()
  await form(page).statement.fill(`Blue and ${third}: the ${word} lantern of the ${other}`)
  const told = page.getByRole('region', { name: 'Is this already here?' })
  await expect(told).toContainText(`were ${third} blue`)
  await told.getByRole('link', { name: `Add my source to fact ${known}` }).click()

  await expect(page.getByRole('status').filter({ hasText: 'Your source is added below' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('What you change here is seen on 1 page')
  await expect(page.locator('.citation-row')).toHaveCount(2)
  await page.locator('.citation-row[open]').getByLabel('What it says').selectOption('contradicts')
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page).toHaveURL(`/facts/${known}`)
  await expect(page.locator('.verdict .badge')).toHaveText('Sources disagree')
  await expect(page.locator('.versus')).toContainText(/1 says yes.*1 says no/)
  await page.goto(`/new/fact?about=${encodeURIComponent(about)}`)
  await expect(page.getByRole('region', { name: 'What you wrote here and did not send' })).toContainText(word)
})
