import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addParagraphs, inAddress, openEditForm, send, writeNewPage } from './support/edit-form'
import { processesNaming } from './support/processes'
import { expect, type Person, signInByForm, test } from './support/story'
import { startWiki, type Wiki } from './support/wiki'

const TOKEN = 'whoever-names-this-may-watch'
let home: string
let wiki: Wiki

test.setTimeout(180_000)

test.beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'loreleaf-renderers-'))
  // Started by root, the database has a user of its own, who must be able to pass.
  chmodSync(home, 0o711)
  wiki = await startWiki({
    LORELEAF_DATA: join(home, 'data'),
    LORELEAF_RENDERERS: '2',
    METRICS_TOKEN: TOKEN,
    TMPDIR: home,
  })
})

test.afterEach(async () => {
  await wiki.end('SIGTERM')
  rmSync(home, { recursive: true, force: true })
})

/** The processes that render for this wiki: each is told a socket in its folder for passing things. */
const renderers = () => processesNaming(join(home, 'loreleaf-'))

/** How many of them stand ready, as the wiki tells whoever watches it. */
async function ready(): Promise<number> {
  const headers = { authorization: `Bearer ${TOKEN}` }
  const metrics = await (await fetch(`${wiki.address}/metrics`, { headers })).text()
  return Number(/^loreleaf_renderers_ready (\d+)$/m.exec(metrics)?.[1])
}

test('no renderer holds the compiler that read the settings for the build', async () => {
  test.skip(process.platform !== 'linux', 'what a process has loaded is told by Linux alone')
  await expect.poll(ready, { timeout: 30_000 }).toBe(2)
  const loaded = renderers().map((pid) => readFileSync(`/proc/${pid}/maps`, 'utf8'))
  expect(loaded).toHaveLength(2)
  expect(loaded.filter((maps) => maps.includes('next-swc'))).toEqual([])
})

test('whoever renders is killed again and again: readers get their pages, and an edit is saved', async ({
  browser,
}) => {
  const [, moderator] = JSON.parse(readFileSync(join(home, 'data', 'accounts.json'), 'utf8')) as Person[]
  const context = await browser.newContext({ baseURL: wiki.address })
  const page = await context.newPage()
  await signInByForm(page, moderator as Person)
  const title = await writeNewPage(page, { paragraphs: ['What was there.'] })

  const statuses = new Set<number>()
  for (let round = 0; round < 3; round += 1) {
    await expect.poll(ready, { timeout: 30_000 }).toBe(2)
    const asked = Array.from({ length: 40 }, (_, n) =>
      fetch(`${wiki.address}/facts/${n + 1}/history?before=${9_000 + round}`),
    )
    // Once one is answered the others are being rendered, or wait.
    await Promise.race(asked)
    const [victim] = renderers()
    if (victim) process.kill(victim, 'SIGKILL')
    for (const { status } of await Promise.all(asked)) statuses.add(status)
  }
  expect([...statuses].filter((status) => status !== 200 && status !== 404)).toEqual([])

  await expect.poll(ready, { timeout: 30_000 }).toBe(2)
  await openEditForm(page, title)
  await addParagraphs(page, 'Written while processes died.')
  // All at once: whoever saves now waits until one is back.
  for (const pid of renderers()) process.kill(pid, 'SIGKILL')
  await send(page, 'A survivor')
  await page.waitForURL(`**/wiki/${inAddress(title)}`)
  await expect(page.getByText('Written while processes died.')).toBeVisible()
  await context.close()
})
