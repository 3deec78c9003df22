import type { Page } from '@playwright/test'
import { editFormOf, inAddress, openEditForm, rewriteParagraph, send } from './support/edit-form'
import { publishNewFact, publishNewPage } from './support/past-forms'
import { expect, freshWord, test } from './support/story'

/** A page of two sections, the second with a smaller one in it. */
const publishSections = (page: Page) =>
  publishNewPage(page, {
    paragraphs: [
      'Before everything.',
      '## Casting',
      'He auditioned twice.',
      '## Reception',
      'They loved it.',
      '### Abroad',
      'There too.',
    ],
  })

const editLink = (page: Page, heading: string) => page.getByRole('link', { name: `Edit: ${heading}` })

/** Opens the edit form for one section from the page that is read. */
async function openSection(page: Page, title: string, heading: string) {
  await page.goto(`/wiki/${inAddress(title)}`)
  await editLink(page, heading).click()
  await expect(page.getByRole('heading', { name: `Edit “${heading}” on ${title}` })).toBeVisible()
  const editForm = editFormOf(page)
  await expect(editForm.text).toBeVisible()
  return editForm
}

test('a section is edited alone, lands where it stands, and others’ sections never get in the way', async ({
  owner: other,
  moderator: page,
}) => {
  const title = await publishSections(page)

  const mine = await openSection(page, title, 'Reception')
  await expect(mine.text).not.toContainText('He auditioned')
  await expect(mine.text).toContainText('There too.')
  await expect(mine.title).toHaveCount(0)
  await openSection(other, title, 'Casting')
  await rewriteParagraph(other, 'He auditioned', 'He auditioned three times.')
  await send(other)
  await other.waitForURL(`/wiki/${inAddress(title)}#Casting`)

  await rewriteParagraph(page, 'They loved', 'They loved it at once.')
  await send(page)
  await page.waitForURL(`/wiki/${inAddress(title)}#Reception`)
  const text = page.getByRole('main')
  for (const words of ['Before everything.', 'three times.', 'They loved it at once.', 'There too.'])
    await expect(text).toContainText(words)
})

test('a section that was taken out meanwhile: the conflict asks, and nothing written is lost', async ({
  owner: other,
  moderator: page,
}) => {
  const title = await publishSections(page)
  const word = freshWord()

  await openSection(page, title, 'Casting')
  await rewriteParagraph(page, 'He auditioned', `He auditioned ${word}.`)
  const editForm = await openEditForm(other, title)
  await editForm.text.getByText('Casting').click({ clickCount: 3 })
  await other.keyboard.press('Backspace')
  await other.keyboard.press('Backspace')
  await editForm.text.getByText('He auditioned').click({ clickCount: 3 })
  await other.keyboard.press('Backspace')
  await other.keyboard.press('Backspace')
  await send(other)
  await other.waitForURL(`/wiki/${inAddress(title)}`)
  await expect(editLink(other, 'Casting')).toHaveCount(0)

  await send(page)
  const question = page.getByRole('region', { name: /Somebody changed the same place/ })
  await expect(question).toContainText(`He auditioned ${word}.`)
  await question.getByRole('button', { name: /Take these/ }).click()
  await expect(editFormOf(page).text).toContainText(`He auditioned ${word}.`)
  await send(page)
  await page.waitForURL((url) => url.pathname === `/wiki/${inAddress(title)}`)
  await expect(page.getByRole('main')).toContainText(`He auditioned ${word}.`)
})

test('an address of a section that is not there opens the whole page and says so; the whole page is one step away', async ({
  moderator: page,
}) => {
  const title = await publishSections(page)
  await page.goto(`/edit/${inAddress(title)}?section=nothing_here`)
  await expect(page.getByRole('note').filter({ hasText: 'not on the page any more' })).toBeVisible()
  await expect(editFormOf(page).text).toContainText('He auditioned')

  const editForm = await openSection(page, title, 'Casting')
  const word = freshWord()
  await rewriteParagraph(page, 'He auditioned', `He auditioned ${word}.`)
  await page.getByRole('button', { name: 'Edit the whole page' }).click()
  await expect(editForm.text).toContainText(`He auditioned ${word}.`)
  await expect(editForm.text).toContainText('They loved it.')
  await expect(editForm.title).toHaveValue(title)
})

test('what was written in a section comes back to that section, and to no other', async ({
  page,
  newFan,
  accounts,
  anotherVisitor,
}) => {
  const title = await publishSections(await anotherVisitor(accounts.moderator))
  const word = freshWord()
  await newFan(page)
  await openSection(page, title, 'Casting')
  await rewriteParagraph(page, 'He auditioned', `He auditioned ${word}.`)
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain(`auditioned ${word}`)
  const other = await openSection(page, title, 'Reception')
  await expect(other.text).not.toContainText(word)
  const editForm = await openSection(page, title, 'Casting')
  await expect(editForm.text).toContainText(`He auditioned ${word}.`)
  await expect(page.getByText('is back.')).toBeVisible()
})

test('the link to edit a section is there for a thumb', async ({
  browser,
  baseURL,
  accounts,
  anotherVisitor,
}) => {
  const title = await publishSections(await anotherVisitor(accounts.moderator))
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  })
  const phone = await context.newPage()
  await phone.goto(`/wiki/${inAddress(title)}`)
  const box = await editLink(phone, 'Casting').boundingBox()
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
  await context.close()
})

test('facts of a page are put under its headings, in an order, with the keyboard and by dragging', async ({
  moderator: page,
}) => {
  const title = await publishSections(page)
  const [one, two] = [`It rained ${freshWord()}.`, `They sang ${freshWord()}.`]
  await publishNewFact(page, title, one)
  await publishNewFact(page, title, two)
  const { text } = await openEditForm(page, title)
  await expect(page.getByText('2 facts about this page stand at its foot')).toBeVisible()
  await text.getByText('He auditioned twice.').click()
  await page.keyboard.press('End')
  await page.getByRole('button', { name: 'List of facts' }).click()
  const lists = text.locator('.fact-list-edit')
  await lists.getByText('2 facts about this page have no place yet').click()
  await lists.getByRole('button', { name: 'Put all here' }).click()
  await expect(page.getByText('about this page stand at its foot')).toHaveCount(0)

  const under = (words: string) =>
    lists.getByRole('listitem').filter({ hasText: words }).getByLabel('Stands under')
  await under(one).selectOption('Reception')
  await expect(under(one)).toBeFocused()
  await expect(lists).toHaveCount(2)
  await under(two).selectOption('Reception')
  await expect(lists.nth(1).getByRole('listitem')).toHaveText([new RegExp(one), new RegExp(two)])
  await lists.nth(1).getByRole('listitem').nth(1).dragTo(lists.nth(1).getByRole('listitem').nth(0))
  await expect(lists.nth(1).getByRole('listitem')).toHaveText([new RegExp(two), new RegExp(one)])
  await send(page)

  await expect(page).toHaveURL(new RegExp(`/wiki/${inAddress(title)}`))
  await expect(page.locator('ol.facts .statement')).toHaveText([two, one])
  const placeOf = async (what: string) => (await page.locator(what).boundingBox())?.y ?? 0
  const places = [await placeOf('#Reception'), await placeOf('ol.facts'), await placeOf('#Abroad')]
  expect(places).toEqual(places.toSorted((first, second) => first - second))
})
