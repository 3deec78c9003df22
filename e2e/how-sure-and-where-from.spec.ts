import type { Page, Request } from '@playwright/test'
import { expect, test } from './support/story'

/** A page of the seed with facts of several looks, references with addresses, and links to pages. */
const PAGE = '/wiki/Kit_Connor'
const FIRST = 'Kit Connor first auditioned to play Charlie, not Nick.'

const factOn = (page: Page) => page.locator('.fact').filter({ hasText: FIRST })
const cardOn = (page: Page) => page.getByRole('complementary', { name: /^(Source|Preview)/ })
/** Whether the scripts of what is read have started. */
const isStarted = (page: Page) => page.waitForFunction(() => customElements.get('loreleaf-reading'))

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  test('an article is one tap away from its fact; a badge and a mark open in place', async ({ page }) => {
    await page.goto(PAGE)
    await isStarted(page)
    await expect(page.locator('details.toc')).toHaveJSProperty('open', false)
    const fact = factOn(page)
    await expect(fact.getByRole('link', { name: 'to Radio Times' })).toHaveAttribute(
      'href',
      /^https:\/\/www\.radiotimes\.com\//,
    )
    await fact.getByRole('button', { name: 'From the source' }).tap()
    await expect(fact.getByText('Someone here read or watched the original.')).toBeVisible()
    await expect(fact.getByRole('link', { name: 'All the evidence' })).toHaveAttribute(
      'href',
      '/facts/8#citations',
    )
    const marks = fact.locator('.marks a')
    await expect(fact.locator('.srcs')).toContainText(`${await marks.count()} sources`)
    await marks.first().tap()
    const card = cardOn(page)
    await expect(card.getByRole('link', { name: 'Read the article' })).toHaveAttribute('href', /^https:/)
    await expect(marks.first()).toBeInViewport()
    const [mark, sheet] = [await marks.first().boundingBox(), await card.boundingBox()]
    expect((mark?.y ?? 0) + (mark?.height ?? 0)).toBeLessThanOrEqual(sheet?.y ?? 0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await card.getByRole('button', { name: 'Close' }).tap()
    await expect(card).toBeHidden()
  })

  test('a finger that stays on a link shows its page and leads nowhere; a tap leads there', async ({
    page,
  }) => {
    await page.goto(PAGE)
    await isStarted(page)
    const link = page.locator('#lead').getByRole('link', { name: 'Nick Nelson' })
    const box = await link.boundingBox()
    const finger = await page.context().newCDPSession(page)
    const at = [{ x: (box?.x ?? 0) + 4, y: (box?.y ?? 0) + 8 }]
    await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at })
    await expect(cardOn(page)).toContainText('Nick Nelson is')
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await expect(cardOn(page)).toBeVisible()
    await expect(page).toHaveURL(PAGE)
    await link.tap()
    await expect(page).toHaveURL('/wiki/Nick_Nelson')
  })
})

test('the card of a mark is reached and left with the keyboard', async ({ page }) => {
  await page.goto(PAGE)
  await isStarted(page)
  // What stands beside the text is said to be open.
  await expect(page.locator('details.toc')).toHaveJSProperty('open', true)
  const mark = factOn(page).locator('.marks a').first()
  await factOn(page).getByRole('button', { name: 'From the source' }).focus()
  await page.keyboard.press('Space')
  await expect(factOn(page).getByText('Someone here read or watched the original.')).toBeVisible()
  while (!(await mark.evaluate((element) => element === document.activeElement)))
    await page.keyboard.press('Tab')
  await expect(cardOn(page)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(cardOn(page)).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(cardOn(page).getByRole('link', { name: 'Read the article' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(cardOn(page)).toBeHidden()
  await expect(mark).toBeFocused()
})

test('a link shows its page in the margin; leaving stops the fetch, and nothing is fetched twice', async ({
  page,
}) => {
  const asked: string[] = []
  const stopped: Request[] = []
  page.on('requestfailed', (request) => stopped.push(request))
  let isHeld = true
  await page.route('**/previews/**', async (route) => {
    asked.push(new URL(route.request().url()).pathname)
    if (!isHeld) await route.continue()
  })
  await page.goto(PAGE)
  await isStarted(page)
  const link = page.locator('#lead').getByRole('link', { name: 'Olivia Colman' })
  await link.hover()
  await expect.poll(() => asked.length).toBe(1)
  await page.mouse.move(2, 500)
  await expect.poll(() => stopped.length).toBe(1)
  await expect(cardOn(page)).toHaveCount(0)

  isHeld = false
  await link.hover()
  const card = cardOn(page)
  await expect(card).toContainText('Olivia Colman is the Oscar-winning actor')
  await expect(card.locator('.badge')).toBeVisible()
  const text = await page.locator('.head').boundingBox()
  const shown = await card.boundingBox()
  expect(shown?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0))
  await page.mouse.move(2, 500)
  await expect(card).toHaveCount(0)
  await link.hover()
  await expect(card).toBeVisible()
  expect(asked).toEqual(['/previews/Olivia_Colman', '/previews/Olivia_Colman'])
})

test('an address whose heading is gone leads to the nearest one and says so', async ({ page }) => {
  await page.goto(`${PAGE}#reference-list-of-old`)
  await expect(page.getByRole('status')).toContainText('nothing called “reference list of old”')
  await expect(page.getByRole('heading', { name: 'References' })).toBeInViewport()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a badge leads to what stands behind it, and a mark to the list, from which the article is one step', async ({
    page,
  }) => {
    await page.goto(PAGE)
    const fact = factOn(page)
    await fact.getByRole('link', { name: 'From the source' }).click()
    await expect(page).toHaveURL('/facts/8#evidence')
    await expect(page.getByText('Someone here read or watched the original.')).toBeInViewport()
    await page.goBack()
    const mark = fact.locator('.marks a').first()
    await mark.click()
    const [, item] = (await mark.getAttribute('href'))?.split('#') ?? []
    expect(page.url()).toContain(`#${item}`)
    await expect(page.locator(`#${item}`).getByRole('link', { name: 'Read the article' })).toHaveAttribute(
      'href',
      /^https:/,
    )
  })
})
