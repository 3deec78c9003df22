import {
  addParagraphs,
  deskOf,
  inAddress,
  openDesk,
  publishNewPage,
  rewriteParagraph,
  send,
} from './support/desk'
import { expect, freshWord, test } from './support/story'

const paragraphs = ['Charlie sits down first.', 'Nick comes in late.', 'They share a table.']

test('two people edit different paragraphs of a page, and both edits are on it', async ({
  page,
  accounts,
  signIn,
  anotherVisitor,
}) => {
  await signIn(page, accounts.moderator)
  const other = await anotherVisitor(accounts.owner)
  const title = await publishNewPage(page, { paragraphs })

  await openDesk(page, title)
  await openDesk(other, title)
  await rewriteParagraph(page, 'Charlie sits', 'Charlie sits down first, as always.')
  await rewriteParagraph(other, 'They share', 'They share a table and an umbrella.')
  await send(page)
  await page.waitForURL(`/wiki/${inAddress(title)}`)
  await send(other)
  await other.waitForURL(`/wiki/${inAddress(title)}`)

  const text = other.getByRole('main')
  await expect(text).toContainText('Charlie sits down first, as always.')
  await expect(text).toContainText('Nick comes in late.')
  await expect(text).toContainText('They share a table and an umbrella.')
})

test('two people edit the same paragraph: the second sees both texts, loses no word, and settles it', async ({
  page,
  accounts,
  signIn,
  anotherVisitor,
}) => {
  await signIn(page, accounts.moderator)
  const second = await anotherVisitor(accounts.owner)
  const title = await publishNewPage(page, { paragraphs })
  const word = freshWord()

  await openDesk(page, title)
  await openDesk(second, title)
  await rewriteParagraph(page, 'Nick comes', 'Nick comes in on time.')
  await rewriteParagraph(second, 'Nick comes', `Nick comes in with wet hair, ${word}.`)
  await addParagraphs(second, `A last word: ${word}.`)
  await send(page)
  await page.waitForURL(`/wiki/${inAddress(title)}`)

  await send(second, `Says how he looked, ${word}`)
  const question = second.getByRole('region', { name: /Somebody changed the same place/ })
  await expect(question).toContainText('Nick comes in on time.')
  await expect(question).toContainText(`Nick comes in with wet hair, ${word}.`)
  await question.getByText('Before', { exact: true }).click()
  await expect(question).toContainText('Nick comes in late.')
  await question.getByLabel('Keep both').check()
  await question.getByRole('button', { name: /Take these/ }).click()

  const { text, summary } = deskOf(second)
  await expect(text).toContainText('Nick comes in on time.')
  await expect(text).toContainText(`Nick comes in with wet hair, ${word}.`)
  await expect(text).toContainText(`A last word: ${word}.`)
  await expect(summary).toHaveValue(`Says how he looked, ${word}`)
  await send(second)
  await second.waitForURL(`/wiki/${inAddress(title)}`)
  for (const words of ['in on time.', `wet hair, ${word}.`, `A last word: ${word}.`, 'They share a table.'])
    await expect(second.getByRole('main')).toContainText(words)
})
