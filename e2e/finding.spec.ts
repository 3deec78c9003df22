import { publishNewPage } from './support/past-forms'
import { expect, freshWord, test } from './support/story'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a slip, an accent left out, and a word within Japanese find their pages', async ({
      page,
      accounts,
      anotherVisitor,
    }) => {
      const word = freshWord()
      const author = await anotherVisitor(accounts.moderator)
      const shop = await publishNewPage(author, {
        title: `${word} 古い販売店の話`,
        paragraphs: ['駅前の販売店で買った。'],
      })
      const accented = await publishNewPage(author, { title: `Ångström Zoë’s ${word}` })
      const found = (title: string) => page.getByRole('main').getByRole('link', { name: title, exact: true })

      await page.goto('/search?q=Olvia+Coleman')
      await expect(found('Olivia Colman')).toBeVisible()
      await page.goto(`/search?q=angstrom+zoes+${word}`)
      await expect(found(accented)).toBeVisible()
      await page.goto(`/search?q=${encodeURIComponent('販売店')}`)
      await expect(found(shop)).toBeVisible()
      await expect(page.getByRole('main').locator('.hits mark').first()).toHaveText('販売店')

      await page.goto('/search?q=Kit')
      await page
        .getByRole('navigation', { name: 'Kind' })
        .getByRole('link', { name: /^Facts/ })
        .click()
      await expect(page).toHaveURL(/kind=fact/)
      await expect(page.locator('.hits li').first()).toContainText(/^Fact \d+/)
    })
  })
}

test('by keyboard: / to a suggestion, Ctrl-K to a page and to what one may do', async ({ page, newFan }) => {
  await newFan(page)
  await page.goto('/wiki/Kit_Connor')
  const { keyboard } = page
  const field = page
    .getByRole('banner')
    .getByRole('combobox')
    .or(page.getByRole('banner').getByRole('searchbox'))
  await keyboard.press('/')
  await expect(field).toBeFocused()
  await keyboard.type('Olivia Col')
  const option = page.getByRole('option', { name: /^Olivia Colman/ })
  await expect(option).toBeVisible()
  await expect(page.getByRole('banner').getByRole('status')).toHaveText(/suggestion/)
  await keyboard.press('ArrowDown')
  await expect(option).toHaveAttribute('aria-selected', 'true')
  await keyboard.press('Escape')
  await expect(option).toBeHidden()
  await field.press('Backspace')
  await expect(option).toBeVisible()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(page).toHaveURL('/wiki/Olivia_Colman')

  // Its code is fetched now: no letter typed meanwhile is lost.
  await keyboard.press('Control+k')
  await keyboard.type('all fac')
  const palette = page.getByRole('dialog', { name: 'Go to a page or do something' })
  await expect(palette.getByRole('combobox')).toHaveValue('all fac')
  await expect(palette.getByRole('option', { name: 'All facts' })).toBeVisible()
  await keyboard.press('ControlOrMeta+a')
  await keyboard.press('Backspace')
  await expect(palette.getByRole('option', { name: 'What you sent' })).toBeVisible()
  await expect(palette.getByRole('option', { name: 'Review what others sent' })).toHaveCount(0)
  await keyboard.press('Escape')
  await expect(palette).toBeHidden()
  await keyboard.press('Control+k')
  await keyboard.type('turn the / key off')
  await expect(palette.getByRole('option')).toHaveCount(2)
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(palette).toBeHidden()
  await keyboard.press('/')
  await expect(field).not.toBeFocused()
  await keyboard.press('Control+k')
  await keyboard.type('Kit Connor')
  await expect(palette.getByRole('option', { name: /^Kit Connor Person/ })).toBeVisible()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(page).toHaveURL('/wiki/Kit_Connor')
})

test('whatever is searched for, there is an answer or a sentence', async ({ request }) => {
  const odd = [
    'x'.repeat(2_000),
    '"',
    '(((',
    '😀',
    '\u202eabc\u202c',
    "'; --",
    '-',
    '\u0301',
    '!!!',
    'a b"c -"',
  ]
  for (const q of odd)
    for (const path of ['/search', '/api/complete', '/opensearch/suggestions']) {
      const answer = await request.get(`${path}?q=${encodeURIComponent(q)}`)
      expect(answer.status(), `${path} ${q.slice(0, 20)}`).toBe(200)
    }
  const cut = await request.get(`/search?q=${'x'.repeat(2_000)}`)
  expect(await cut.text()).toContain('Only the first 200 characters')
  const endless = await request.get(`/search?q=${'x'.repeat(10_000)}`)
  expect([endless.status(), (await endless.text()).length > 20]).toEqual([414, true])
})
