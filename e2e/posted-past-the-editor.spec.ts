import type { Page } from '@playwright/test'
import { editFormOf, inAddress, openEditForm, writeNewPage } from './support/edit-form'
import { expect, freshWord, test } from './support/story'

const paragraph = (content: string) =>
  `{"type":"doc","content":[{"type":"paragraph","attrs":{"id":"aaaaaaaaaaaa"},"content":[${content}]}]}`
const text = (words: string, marks = '') =>
  `{"type":"text","text":"${words}"${marks && `,"marks":[${marks}]`}}`
const link = (href: string) => text('click me', `{"type":"link","attrs":{"href":"${href}"}}`)
const quotes = (levels: number) =>
  `{"type":"doc","content":[${'{"type":"blockquote","attrs":{"id":null},"content":['.repeat(levels)}${']}'.repeat(levels)}]}`

const hostile: Record<string, string> = {
  'a node that the wiki does not know': paragraph(
    '{"type":"iframe","attrs":{"src":"https://elsewhere.example"}}',
  ),
  'raw markup': paragraph('{"type":"html","text":"<script>window.harmed = true</script>"}'),
  'a link that is a script': paragraph(link('javascript:window.harmed = true')),
  'a link that is a script in disguise': paragraph(link(' JaVaScRiPt:window.harmed = true')),
  'a link to data': paragraph(link('data:text/html,<script>window.harmed = true</script>')),
  'a cell a thousand million columns wide': paragraph(
    '{"type":"tableCell","attrs":{"colspan":1000000000},"content":[]}',
  ),
  'an attribute that the wiki does not know': `{"type":"doc","content":[{"type":"paragraph","attrs":{"id":"aaaaaaaaaaaa","onclick":"window.harmed = true"},"content":[]}]}`,
  'twenty thousand levels': quotes(20_000),
  'a character that is none': paragraph(text('a\\u0000b')),
  'half a character': paragraph(text('a\\ud800b')),
  'what is no document at all': '"<img src=x onerror=window.harmed=true>"',
}

/** From now on the form sends another text than the one that is written in it: the one that is planted. */
async function interfere(page: Page): Promise<void> {
  await page.evaluate(() => {
    const real = window.fetch
    window.fetch = (input, init) => {
      const form = init?.body
      if (!(form instanceof FormData)) return real(input, init)
      for (const [name, value] of [...form.entries()]) {
        if (!name.endsWith('json') || typeof value !== 'string') continue
        const sent = JSON.parse(value)
        sent.content.body = 'planted here'
        form.set(
          name,
          JSON.stringify(sent).replace('"planted here"', () => document.body.dataset.planted ?? ''),
        )
      }
      return real(input, init)
    }
  })
}

async function sendPlanted(page: Page, body: string): Promise<void> {
  await page.evaluate((planted) => {
    document.body.dataset.planted = planted
  }, body)
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await editFormOf(page).send.click()
  expect((await answered).status()).toBe(200)
}

test('what no editor would send is refused, and nothing of it is kept', async ({
  request,
  moderator: page,
}) => {
  test.slow()
  const word = freshWord()
  const title = `Tale ${word}`
  const editForm = await openEditForm(page, title)
  await page.getByLabel('Kind of page').selectOption({ label: 'Theme' })
  await editForm.text.fill(`My own words: ${word}.`)
  await interfere(page)

  for (const [what, body] of Object.entries(hostile)) {
    await test.step(what, async () => {
      await sendPlanted(page, body)
      const refusal = page.locator('[data-refusal]')
      await expect(refusal).toBeVisible()
      await expect(refusal, 'what a person can cause is no failure').not.toContainText('not your doing')
      await expect(editForm.text).toContainText(`My own words: ${word}.`)
      expect((await request.get(`/wiki/${inAddress(title)}`)).status()).toBe(404)
      expect((await request.get('/api/health')).status()).toBe(200)
    })
  }
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false)
  await sendPlanted(page, paragraph(text('Something harmless.')))
  await page.waitForURL(`/wiki/${inAddress(title)}`)
  await expect(page.getByRole('main')).toContainText('Something harmless.')
})

test('markup that was typed as words is shown as words', async ({ moderator: page }) => {
  const markup = '<img src=x onerror="window.harmed = true"><script>window.harmed = true</script>'
  const title = await writeNewPage(page, { lead: markup, paragraphs: [markup] })
  await expect(page.getByRole('main').getByText(markup)).toHaveCount(2)
  await page.goto(`/history/${inAddress(title)}`)
  await page.goto(`/search?q=${encodeURIComponent('window.harmed')}`)
  await page.goto(`/edit/${inAddress(title)}`)
  await expect(editFormOf(page).text).toContainText(markup)
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false)
})
