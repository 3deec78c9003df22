import type { CDPSession, Locator, Page } from '@playwright/test'
import { inAddress, openEditForm, send } from './support/edit-form'
import { publishNewPage } from './support/past-forms'
import { expect, freshWord, test } from './support/story'

/** How a word comes about under somebody's fingers, and what is there in the end. */
interface Word {
  steps: string[]
  word: string
}

const japanese: Word = { steps: ['k', 'か', 'かn', 'かに'], word: '蟹' }
/** On most phones every word is composed. */
const onAPhone: Word = { steps: ['H', 'He', 'Hel', 'Hell'], word: 'Hello' }
/** Each syllable is a composition of its own, begun as the one before ends. */
const korean: Word[] = [
  { steps: ['ㅎ', '하'], word: '한' },
  { steps: ['ㄱ', '그'], word: '글' },
]

/** A browser's own way of composing, as an input method asks for it. */
async function inputMethodOf(page: Page) {
  const browser: CDPSession = await page.context().newCDPSession(page)
  const show = (text: string) =>
    browser.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  const commit = (text: string) => browser.send('Input.insertText', { text })
  return {
    show,
    async write(...words: Word[]) {
      for (const { steps, word } of words) {
        for (const step of steps) await show(step)
        await commit(word)
      }
    },
    /** Begins a word and gives it up. */
    async giveUp({ steps }: Word) {
      for (const step of steps) await show(step)
      await show('')
    },
  }
}

const everyLine = (page: Page) => page.locator('.editor-box.is-line .editable')

/** Writes in an empty field in each way, and empties it again. */
async function writeInEveryWay(page: Page, field: Locator): Promise<void> {
  const method = await inputMethodOf(page)
  for (const words of [[japanese], [onAPhone], korean]) {
    await field.focus()
    await method.write(...words)
    await expect(field).toHaveText(words.map(({ word }) => word).join(''))
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await expect(field).toHaveText('')
  }
  await method.giveUp(japanese)
  await expect(field).toHaveText('')
}

test('what is composed stands in every field as it was composed, the first word of an empty one too', async ({
  moderator: page,
}) => {
  const title = `Tale ${freshWord()}`
  const editForm = await openEditForm(page, title)
  await page.getByLabel('Kind of page').selectOption({ label: 'Character' })
  await writeInEveryWay(page, editForm.lead)
  await writeInEveryWay(page, editForm.text)
  await page.locator('.infobox-form summary').click()
  await expect(everyLine(page).first()).toBeVisible()
  await writeInEveryWay(page, everyLine(page).first())

  const method = await inputMethodOf(page)
  await editForm.lead.focus()
  await method.write(japanese)
  await everyLine(page).first().focus()
  await method.write(onAPhone)
  await editForm.text.focus()
  await page.keyboard.type('## ')
  await method.write(japanese)
  await page.keyboard.press('Enter')
  await method.write(onAPhone, { steps: [' '], word: ' ' }, ...korean)
  await page.keyboard.press('Enter')
  await page.keyboard.type('- ')
  await method.write(onAPhone)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await method.write({ steps: ['https://example.or'], word: 'https://example.org ' })
  // An address becomes a link when a space follows it. A busy browser may tell of the space as part of the composition:
  // then the next one makes the link.
  const link = editForm.text.locator('a')
  await expect(async () => {
    if ((await link.count()) === 0) await page.keyboard.type(' ')
    await expect(link).toHaveText('https://example.org', { timeout: 1_000 })
  }).toPass({ timeout: 10_000 })
  await page
    .getByRole('toolbar', { name: 'Text', exact: true })
    .getByRole('button', { name: 'Table' })
    .click()
  await method.write(japanese)
  await page.keyboard.press('ControlOrMeta+End')
  // Saved in the middle of a word: what can be seen is what is sent.
  await method.show('かに')
  await send(page)
  await page.waitForURL(`/wiki/${inAddress(title)}`)

  const read = page.getByRole('main')
  await expect(read.getByRole('heading', { level: 2, name: '蟹' })).toBeVisible()
  await expect(read.getByText('Hello 한글', { exact: true })).toBeVisible()
  await expect(read.getByRole('listitem').filter({ hasText: /^Hello$/ })).toBeVisible()
  await expect(read.getByRole('link', { name: 'https://example.org' })).toBeVisible()
  await expect(read.getByRole('columnheader').first()).toHaveText('蟹')
  await expect(read.getByText('かに', { exact: true })).toBeVisible()
})

test('a statement is composed like a text, and a word that another field breaks off stays as it is', async ({
  moderator: page,
}) => {
  await page.goto('/facts/1/edit')
  const statement = page.locator('#field-statement')
  await statement.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await writeInEveryWay(page, statement)

  const title = await publishNewPage(page, { paragraphs: ['It rains'] })
  const editForm = await openEditForm(page, title)
  const method = await inputMethodOf(page)
  await editForm.text.focus()
  await page.keyboard.press('ControlOrMeta+End')
  await method.write({ steps: [' o', ' of'], word: ' often' })
  await page.keyboard.press('Enter')
  await method.show('H')
  await method.show('He')
  await editForm.summary.focus()
  await editForm.text.focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' comes')
  await expect(editForm.text.locator('p')).toHaveText(['It rains often', 'He comes'])
})
