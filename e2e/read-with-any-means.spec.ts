import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './support/story'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
const PAGES = ['/', '/wiki/Joe_Locke', '/facts/1', '/sources/1', '/history/Joe_Locke', '/recent', '/sign-up']

for (const path of PAGES) {
  test(`${path} can be read with any means, in light and dark colours`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    expect((await page.goto(path))?.status()).toBe(200)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
      expect(found).toEqual([])
    }
  })
}
