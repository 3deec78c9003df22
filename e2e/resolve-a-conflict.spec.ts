import {
  addParagraphs,
  editFormOf,
  inAddress,
  openEditForm,
  rewriteParagraph,
  send,
} from './support/edit-form'
import { publishNewPage } from './support/past-forms'
import { expect, freshWord, test } from './support/story'

const paragraphs = ['Charlie sits down first.', 'Nick comes in late.', 'They share a table.']

test('two people edit different paragraphs of a page, and both edits are on it', async ({
  owner: other,
  moderator: page,
}) => {
  const title = await publishNewPage(page, { paragraphs })

  await openEditForm(page, title)
  await openEditForm(other, title)
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
  owner: second,
  moderator: page,
}) => {
  const title = await publishNewPage(page, { paragraphs })
  const word = freshWord()

  await openEditForm(page, title)
  await openEditForm(second, title)
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

  const { text, summary } = editFormOf(second)
  await expect(text).toContainText('Nick comes in on time.')
  await expect(text).toContainText(`Nick comes in with wet hair, ${word}.`)
  await expect(text).toContainText(`A last word: ${word}.`)
  await expect(summary).toHaveValue(`Says how he looked, ${word}`)
  await send(second)
  await second.waitForURL(`/wiki/${inAddress(title)}`)
  for (const words of ['in on time.', `wet hair, ${word}.`, `A last word: ${word}.`, 'They share a table.'])
    await expect(second.getByRole('main')).toContainText(words)
})

test('a conflict is settled with words of one’s own, by keyboard, on a phone; a second one asks again', async ({
  owner: second,
  moderator: page,
}) => {
  await second.setViewportSize({ width: 360, height: 740 })
  const title = await publishNewPage(page, { paragraphs })
  const word = freshWord()

  await openEditForm(second, title)
  await rewriteParagraph(second, 'Nick comes', `Nick runs in, ${word}.`)
  await openEditForm(page, title)
  await rewriteParagraph(page, 'Nick comes', 'Nick comes in on time.')
  await editFormOf(page).text.getByText('on time').click({ clickCount: 3 })
  await page.keyboard.press('ControlOrMeta+b')
  await send(page)
  await page.waitForURL(`/wiki/${inAddress(title)}`)

  await send(second)
  const question = second.getByRole('region', { name: /Somebody changed the same place/ })
  await expect(question).toBeFocused()
  await expect(question.locator('.conflict-words strong')).toHaveText('Nick comes in on time.')
  await question.getByLabel('Take yours').focus()
  await second.keyboard.press('ArrowDown')
  await second.keyboard.press('ArrowDown')
  await expect(question.getByLabel('Write how it should read')).toBeChecked()
  const own = question.getByRole('textbox', { name: 'How it should read' })
  await own.focus()
  await second.keyboard.press('ControlOrMeta+End')
  await second.keyboard.type(` Both of them ${word}.`)
  await expect(own).toContainText(`Both of them ${word}.`)
  expect(await second.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

  // Somebody is faster again.
  await openEditForm(page, title)
  await rewriteParagraph(page, 'Nick comes', 'Nick never comes.')
  await send(page)
  await page.waitForURL(`/wiki/${inAddress(title)}`)
  await question.getByRole('button', { name: /Take these/ }).focus()
  await second.keyboard.press('Enter')
  await expect(second.getByRole('status').filter({ hasText: 'brought together below' })).toBeFocused()
  await send(second)
  await expect(question).toContainText('Nick never comes.')
  await expect(question).toContainText(`Both of them ${word}.`)
  await question.getByRole('button', { name: /Take these/ }).click()
  await send(second)
  await second.waitForURL(`/wiki/${inAddress(title)}`)
  await expect(second.getByRole('main')).toContainText(`Nick runs in, ${word}. Both of them ${word}.`)
})

test('a fact changed in the same place by two asks about its statement and its source alike', async ({
  owner: second,
  moderator: page,
}) => {
  const word = freshWord()
  const edit = async (on: typeof page, words: string, where: string) => {
    await on.goto('/facts/2/edit')
    await on.getByRole('textbox', { name: 'What is the fact?' }).fill(words)
    await on.locator('.citation-row summary').first().click()
    await on.locator('.citation-row').first().getByText('More about this citation').click()
    await on.locator('.citation-row').first().getByLabel('Where in it').fill(where)
  }
  await edit(page, `They read it together ${word}.`, `p. 1 ${word}`)
  await edit(second, `They read it alone ${word}.`, `p. 2 ${word}`)
  await send(page)
  await page.waitForURL(/facts[/]2$/)
  await send(second)
  const question = second.getByRole('region', { name: /Somebody changed the same place/ })
  const places = question.locator('fieldset.conflict')
  await expect(places).toHaveCount(2)
  await places.first().getByLabel('Take theirs').check()
  await places.last().getByLabel('Write how it should read').check()
  await places.last().getByText('More about this citation').click()
  await places.last().getByLabel('Where in it').fill(`p. 3 ${word}`)
  await question.getByRole('button', { name: /Take these/ }).click()
  await send(second)
  await second.waitForURL(/facts[/]2$/)
  await expect(second.getByRole('main')).toContainText(`They read it together ${word}.`)
  await expect(second.getByRole('main')).toContainText(`p. 3 ${word}`)
})
