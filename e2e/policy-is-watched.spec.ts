import { readdirSync, readFileSync } from 'node:fs'
import type { BrowserContext, Page } from '@playwright/test'
import { takeComplaints } from './support/complaints'
import { expect, test } from './support/story'

/*
 * That the policy refuses nothing is asked of every story there is. This one breaks the policy, everywhere where a story
 * could, and sees that it would have failed.
 */

/** Things that no page of the wiki may do, and what the browser calls the line of the policy that refuses them. */
const forbidden: Record<string, string> = {
  'style-src': `document.body.setAttribute('style', 'color: red')`,
  'style-src-attr': `document.implementation.createHTMLDocument('').body.innerHTML = '<p style="color: red">'`,
  'script-src': `document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }))`,
  'img-src': `new Image().src = 'https://elsewhere.invalid/a.png'`,
  'connect-src': `fetch('https://elsewhere.invalid/').catch(() => {})`,
  'worker-src': `new Worker(URL.createObjectURL(new Blob(['1'])))`,
  'script-src-elem': `document.body.append(Object.assign(document.createElement('iframe'), { srcdoc: '<script>1</script>' }))`,
}

const complaintAbout = (directive: string) =>
  expect.poll(() => takeComplaints().join('\n'), { message: directive }).toContain(directive)

/** Tells one page's text in other bytes, under the policy that it was sent with. */
async function withMarkup(context: BrowserContext, markup: string): Promise<void> {
  await context.route('**/recent', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: (await response.text()).replace('</body>', `${markup}</body>`) })
  })
}

// What was provoked may be told once more a moment later.
test.afterEach(async ({ page }) => {
  await page.evaluate('0')
  takeComplaints()
})

test('whatever the policy refuses is seen, of every kind', async ({ page }) => {
  await page.goto('/wiki/Kit_Connor')
  expect(takeComplaints()).toEqual([])
  for (const [directive, script] of Object.entries(forbidden)) {
    await page.evaluate(script)
    await complaintAbout(directive)
  }
})

test('it is seen in every window: of another visitor, of a story’s own, with scripts off, in a popup', async ({
  page,
  browser,
  baseURL,
  anotherVisitor,
}) => {
  const own = await browser.newContext({ baseURL })
  const alone = await browser.newPage({ baseURL })
  await page.goto('/')
  const popup = page.waitForEvent('popup')
  await page.evaluate(() => void open('/facts'))
  const windows: Page[] = [await anotherVisitor(), await own.newPage(), alone, await popup]
  takeComplaints()
  for (const opened of windows) {
    await opened.goto('/wiki/Kit_Connor')
    await opened.evaluate(forbidden['img-src'] ?? '')
    await complaintAbout('img-src')
  }
  await own.close()
  await alone.close()

  const plain = await browser.newContext({ baseURL, javaScriptEnabled: false })
  await withMarkup(plain, '<p style="color: red">red</p>')
  const unscripted = await plain.newPage()
  await unscripted.goto('/recent')
  await complaintAbout('style-src')
  await plain.close()
})

test('an error that nobody caught is seen, and a worker, whose own complaints nobody would see', async ({
  page,
}) => {
  await page.goto('/')
  await page.evaluate(() => void setTimeout(() => Promise.reject(new Error('nobody caught this'))))
  await complaintAbout('nobody caught this')
  await page.route('**/worker.js', (route) => route.fulfill({ body: '1', contentType: 'text/javascript' }))
  await page.evaluate(() => void new Worker('/worker.js'))
  await complaintAbout('worker.js')
})

test('every story is told by the watched test', () => {
  const stories = readdirSync('e2e').filter((name) => name.endsWith('.spec.ts'))
  expect(stories.length).toBeGreaterThan(20)
  for (const name of stories) {
    const source = readFileSync(`e2e/${name}`, 'utf8')
    expect(source, name).toMatch(/import \{[^}]*\btest\b[^}]*\} from '.\/support\/story'/)
    expect(source, name).not.toMatch(/\.launch\(|import \{[^}]*\btest\b[^}]*\} from '@playwright/)
  }
})
