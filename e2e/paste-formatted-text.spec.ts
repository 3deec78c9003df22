import type { Page } from '@playwright/test'
import { addParagraphs, editFormOf, inAddress, openEditForm, send } from './support/edit-form'
import { publishNewPage } from './support/past-forms'
import { expect, test } from './support/story'

/** What a word processor puts on the clipboard: what it means stands in styles, its own and those of a sheet. */
const fromGoogleDocs = `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1">
<p dir="ltr" style="line-height:1.38;margin-top:0pt;"><span style="font-size:11pt;font-weight:700;font-style:normal;">Bold by weight</span>
<span style="font-size:11pt;font-weight:400;font-style:italic;">slanted by style</span><span style="font-weight:400;"> and plain, </span>
<a href="https://example.org/an-interview" style="text-decoration:none;"><span style="color:#1155cc;text-decoration:underline;">an interview</span></a></p>
<ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc;font-weight:400;" aria-level="1"><p dir="ltr" style="line-height:1.38;" role="presentation"><span style="font-weight:400;">First of the list</span></p></li></ul>
<div dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;border-collapse:collapse;"><colgroup><col width="301" /></colgroup><tbody>
<tr style="height:21pt"><td style="border:solid #000 1pt;"><p dir="ltr" style="line-height:1.2;"><span style="font-weight:700;">Actor</span></p></td></tr></tbody></table></div></b>`

const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!--
 /* Style Definitions */ p.MsoNormal, li.MsoNormal { margin:0in; font-size:12.0pt } span.Strong1 { font-weight: bold } o\\:p { color: red }
--></style></head><body lang=EN-GB style='tab-interval:.5in'><!--StartFragment-->
<p class=MsoNormal style='margin-left:.5in'><span class=Strong1>Bold by its sheet</span><span style='mso-spacerun:yes'> </span><i style='mso-bidi-font-style:normal'>in italics</i><o:p></o:p></p>
<!--EndFragment--></body></html>`

const fromAnotherSite = `<blockquote><p>In <cite>The Times</cite> I said so.</p><footer>— Alice Oseman, in <cite>Evenings</cite></footer></blockquote>`

const pasteInto = (page: Page, field: string, html: string) =>
  page.getByRole('textbox', { name: field, exact: true }).evaluate((element, markup) => {
    const data = new DataTransfer()
    data.setData('text/html', markup)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, html)

/** What the editor puts on the clipboard for what is selected in it. */
const copiedFrom = (page: Page, field: string) =>
  page.getByRole('textbox', { name: field, exact: true }).evaluate((element) => {
    const data = new DataTransfer()
    element.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
    )
    return data.getData('text/html')
  })

test('what is pasted from a word processor keeps what its styles mean, and the policy refuses nothing', async ({
  moderator: page,
}) => {
  const title = await publishNewPage(page, { paragraphs: ['It began with a comic.'] })
  await openEditForm(page, title)
  await addParagraphs(page, '')
  await pasteInto(page, 'Text', fromGoogleDocs)
  await page.keyboard.press('ControlOrMeta+End')
  await pasteInto(page, 'Text', fromWord)
  await page.keyboard.press('ControlOrMeta+End')
  await pasteInto(page, 'Text', fromAnotherSite)
  const { text } = editFormOf(page)
  await expect(page.getByLabel('Who said it, and where?')).toHaveValue('Alice Oseman, in Evenings')
  await expect(text.locator('strong', { hasText: 'Bold by its sheet' })).toBeVisible()

  // Copied and pasted within the text it stays what it was.
  await text.getByText('slanted by style').click({ clickCount: 3 })
  // The editor hears of a selection a moment after it was made.
  await expect.poll(() => copiedFrom(page, 'Text')).toContain('slanted by style')
  const copied = await copiedFrom(page, 'Text')
  await page.keyboard.press('ControlOrMeta+End')
  await pasteInto(page, 'Text', copied)
  await expect(text.locator('em', { hasText: 'slanted by style' })).toHaveCount(2)
  await send(page)
  await page.waitForURL(`/wiki/${inAddress(title)}`)

  const read = page.getByRole('article').or(page.getByRole('main')).first()
  await expect(read.locator('strong')).toContainText([
    'Bold by weight',
    'Actor',
    'Bold by its sheet',
    'Bold by weight',
  ])
  await expect(read.locator('em')).toContainText(['slanted by style', 'in italics', 'slanted by style'])
  await expect(read.locator('strong', { hasText: 'and plain' })).toHaveCount(0)
  await expect(read.locator('strong', { hasText: 'First of the list' })).toHaveCount(0)
  await expect(read.getByRole('link', { name: 'an interview' }).first()).toHaveAttribute(
    'href',
    'https://example.org/an-interview',
  )
  await expect(read.getByRole('listitem').filter({ hasText: 'First of the list' })).toBeVisible()
  await expect(read.locator('.said-by')).toHaveText('Alice Oseman, in Evenings')
  await expect(read.getByRole('cell').or(read.getByRole('columnheader'))).toHaveText('Actor')
})

test('pasted into one line, or into a lead, it does the same', async ({ page, newFan }) => {
  await newFan(page)
  await page.goto('/facts/1/edit')
  const statement = page.getByRole('textbox', { name: 'What is the fact?' })
  await statement.click()
  await page.keyboard.press('ControlOrMeta+A')
  await pasteInto(page, 'What is the fact?', fromWord)
  await expect(statement).toContainText('Bold by its sheet')
  await openEditForm(page, 'Kit Connor')
  await editFormOf(page).lead.click()
  await page.keyboard.press('ControlOrMeta+End')
  await pasteInto(page, 'Lead', fromGoogleDocs)
  await expect(editFormOf(page).lead.locator('strong', { hasText: 'Bold by weight' })).toBeVisible()
})
