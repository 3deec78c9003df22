import { inAddress, publishNewPage, sendForReview } from './support/desk'
import { accept } from './support/review'
import { expect, freshWord, test } from './support/story'

test('a fan adds a fact about two pages with a new source, and both pages show it', async ({
  page,
  newFan,
  accounts,
  anotherVisitor,
}) => {
  const moderator = await anotherVisitor(accounts.moderator)
  const [one, other] = [await publishNewPage(moderator), await publishNewPage(moderator)]
  const word = freshWord()
  const claim = `The umbrella was ${word} from the start.`
  const source = `An evening with ${word}`

  await newFan(page)
  await page.goto(`/wiki/${inAddress(one)}`)
  await page.getByRole('link', { name: 'Add a fact' }).first().click()
  await page.getByRole('textbox', { name: 'What is the fact?' }).fill(claim)
  const about = page.getByRole('combobox', { name: 'Which pages is it about?' })
  await about.fill(other)
  await page.getByRole('option', { name: other }).click()
  await page.getByRole('combobox', { name: 'Who said it?' }).fill('Kit Conn')
  await page.getByRole('option', { name: /^Kit Connor/ }).click()

  await page.getByRole('button', { name: 'Add a source' }).click()
  const citation = page.getByRole('region', { name: 'Sources' })
  await citation
    .getByRole('combobox', { name: 'Source', exact: true })
    .fill(`https://evenings.example/${word}`)
  await page.getByRole('option', { name: /^New source with this link/ }).click()
  await citation.getByLabel('Title', { exact: true }).fill(source)
  await citation.getByLabel('Publisher or outlet').fill('Evenings')
  await citation.getByLabel('Its own words').fill(`It was ${word}, always.`)
  const submission = await sendForReview(page, 'Heard it said')

  const reader = await anotherVisitor()
  await reader.goto(`/wiki/${inAddress(one)}`)
  await expect(reader.getByRole('main')).not.toContainText(word)
  await accept(moderator, submission)

  for (const title of [one, other]) {
    await reader.goto(`/wiki/${inAddress(title)}`)
    const fact = reader.getByRole('article').filter({ hasText: claim })
    await expect(fact).toContainText('Kit Connor')
    await expect(fact).toContainText('1 source')
    await fact.locator('a[href="#ref-1"]').click()
    await expect(reader.locator('#ref-1')).toContainText(source)
  }
  await reader.locator('#ref-1').getByRole('link', { name: source }).click()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(source)
  await expect(reader.getByRole('link', { name: /Read it/ })).toHaveAttribute(
    'href',
    `https://evenings.example/${word}`,
  )
  await expect(reader.getByRole('article').filter({ hasText: claim })).toBeVisible()
})

test('without scripts a fan adds a fact with one new source', async ({ browser, page, newFan, baseURL }) => {
  await newFan(page)
  const word = freshWord()
  const plain = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const form = await plain.newPage()
  await form.goto('/new/fact?about=Kit_Connor')
  await form.getByLabel('What is the fact?').fill(`He keeps ${word} in his pocket.`)
  await form.getByLabel(/^Source: paste a link/).fill(`https://pockets.example/${word}`)
  await form.getByLabel('Title of the source').fill('In his pocket')
  await form.getByRole('button', { name: 'Save' }).click()
  // What stands for the editor here is inside <noscript>, where roles and texts are not looked for.
  await expect(form.locator('p[role="status"]')).toContainText('Your edit is waiting for review')
  await form.locator('a[href^="/submissions/"]').click()
  await expect(form.getByRole('main')).toContainText(word)
  await plain.close()
})
