import { expect, test } from './support/story'

const claim = /Olivia Colman shed real tears/

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a reader finds where a fact about Olivia Colman comes from', async ({ page }) => {
      await page.goto('/')
      const search = page.getByRole('main').locator('input[type=search]')
      await search.fill('Olivia Colman')
      await search.press('Enter')
      await page.getByRole('main').getByRole('link', { name: 'Olivia Colman', exact: true }).click()
      await expect(page).toHaveURL('/wiki/Olivia_Colman')

      const fact = page.getByRole('article').filter({ hasText: claim })
      await expect(fact).toContainText('Kit Connor')
      await expect(fact).toContainText(/\d source/)
      const mark = fact.locator('a[href^="#ref-"]').first()
      const number = await mark.textContent()
      await mark.click()
      // In a card beside the text, or in the list at the foot of the page.
      if (!javaScriptEnabled) await expect(page).toHaveURL(new RegExp(`#ref-${number}$`))
      const reference = javaScriptEnabled
        ? page.getByRole('complementary', { name: /^Source/ })
        : page.locator(`#ref-${number}`)
      await expect(reference).toBeInViewport()
      const source = reference.getByRole('link').first()
      const title = String(await source.textContent()).replace(/\.$/, '')
      await source.click()
      await expect(page).toHaveURL(/\/sources\/\d+$/)
      await expect(page.getByRole('heading', { level: 1 })).toContainText(title)

      const resting = page
        .getByRole('region')
        .or(page.locator('section'))
        .filter({ hasText: 'Facts that cite it' })
      await expect(resting.getByRole('article').filter({ hasText: claim })).toBeVisible()
      await resting
        .getByRole('article')
        .filter({ hasText: claim })
        .getByRole('link', { name: /^Fact \d+$/ })
        .click()
      await expect(page).toHaveURL(/\/facts\/\d+$/)
      await expect(page.getByRole('main')).toContainText('Says yes')
    })
  })
}
