import { expect, test } from './support/story'

const PHONE = { width: 360, height: 740 }

test.describe('on a phone, without scripts', () => {
  test.use({ viewport: PHONE, javaScriptEnabled: false })

  test('the menu opens above the bar, leads on, and everything in reach is large enough for a thumb', async ({
    page,
  }) => {
    await page.goto('/wiki/Joe_Locke')
    const bar = page.getByRole('navigation', { name: 'Bottom menu' })
    const menu = page.getByRole('navigation', { name: 'Menu', exact: true })
    await expect(menu).toBeHidden()
    await bar.getByRole('button', { name: 'Menu' }).click()
    await expect(menu).toBeVisible()
    for (const target of [...(await bar.locator('a, button').all()), ...(await menu.locator('a').all())]) {
      const box = await target.boundingBox()
      expect(
        Math.min(box?.width ?? 0, box?.height ?? 0),
        (await target.textContent()) ?? '',
      ).toBeGreaterThanOrEqual(44)
    }
    const [above, below] = [await menu.boundingBox(), await bar.boundingBox()]
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0)
    await menu.getByRole('link', { name: 'Facts' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Facts')
  })
})

test('by keyboard the menu opens from the header, closes on Escape, and the focus is where it was', async ({
  page,
}) => {
  await page.goto('/')
  const button = page.getByRole('banner').getByRole('button', { name: 'Menu' })
  const menu = page.getByRole('navigation', { name: 'Menu', exact: true })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(menu).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(menu.getByRole('link').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  await expect(button).toBeFocused()
})
