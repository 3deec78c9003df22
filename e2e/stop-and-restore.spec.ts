import { chmodSync, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { runningDatabase } from '../scripts/database'
import { runScript } from './support/command'
import { addParagraphs, inAddress, openEditForm, send, writeNewPage } from './support/edit-form'
import { expect, type Person, signInByForm, test } from './support/story'
import { startWiki } from './support/wiki'

// Wikis are started here one after the other, and the second story goes on with the data of the first.
test.describe.configure({ mode: 'default', timeout: 240_000 })

let home: string
test.beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'loreleaf-restore-'))
  // Started by root, the database has a user of its own, who must be able to pass.
  chmodSync(home, 0o711)
})
test.afterAll(() => rmSync(home, { recursive: true, force: true }))

test('a wiki is stopped in the middle of an edit, backed up, restored elsewhere, and reads the same', async ({
  browser,
}) => {
  const data = join(home, 'data')
  const wiki = await startWiki({ LORELEAF_DATA: data })
  const [, moderator] = JSON.parse(readFileSync(join(data, 'accounts.json'), 'utf8')) as [Person, Person]
  const visitor = await browser.newContext({ baseURL: wiki.address })
  const page = await visitor.newPage()
  await signInByForm(page, moderator)
  const title = await writeNewPage(page, { paragraphs: ['What was there.'] })

  // The database keeps the edit waiting until the wiki has been asked to stop.
  const owner = postgres(runningDatabase(data).env.DATABASE_MIGRATION_URL, { max: 1 })
  await openEditForm(page, title)
  await addParagraphs(page, 'What was under way.')
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  const ended = await owner.begin(async (tx) => {
    await tx`lock table revision in share mode`
    await send(page, 'At the last moment')
    await expect
      .poll(async () => (await tx`select 1 from pg_locks where not granted`).length)
      .toBeGreaterThan(0)
    const ended = wiki.end('SIGTERM')
    await expect
      .poll(() =>
        fetch(wiki.address).then(
          () => 'open',
          () => 'closed',
        ),
      )
      .toBe('closed')
    return { exitCode: ended }
  })
  await owner.end()
  expect((await answered).status()).toBeLessThan(400)
  expect(await ended.exitCode).toBe(0)
  await visitor.close()

  const file = join(home, 'wiki.backup.gz')
  const backup = await runScript('backup', [file], { LORELEAF_DATA: data })
  expect(backup).toMatchObject({ exitCode: 0, output: expect.stringContaining('Heartstopper Wiki') })

  const cut = join(home, 'cut.backup.gz')
  copyFileSync(file, cut)
  truncateSync(cut, 50_000)
  const elsewhere = { LORELEAF_DATA: join(home, 'elsewhere') }
  const refused = await runScript('restore', [cut], elsewhere)
  expect(refused).toMatchObject({
    exitCode: 1,
    output: expect.stringMatching(/^The backup was cut short: [^\n]+\n$/),
  })
  expect(existsSync(elsewhere.LORELEAF_DATA)).toBe(false)

  const restored = await runScript('restore', [file], elsewhere)
  expect(restored).toMatchObject({
    exitCode: 0,
    output: expect.stringContaining('pictures are as they were'),
  })
  const again = await startWiki(elsewhere)
  expect(again.output()).not.toContain('accounts.json')
  const reader = await browser.newContext({ baseURL: again.address })
  const there = await reader.newPage()
  await there.goto(`/wiki/${inAddress(title)}`)
  await expect(there.getByText('What was there.')).toBeVisible()
  await expect(there.getByText('What was under way.')).toBeVisible()
  await signInByForm(there, moderator)
  expect((await runScript('restore', [file], elsewhere)).output).toContain('already running')
  // An open page comes back to a wiki that was stopped.
  const listens = () => there.waitForResponse((answer) => answer.url().endsWith('/api/live') && answer.ok())
  await Promise.all([listens(), there.goto('/recent')])
  const comesBack = listens()
  expect(await again.end('SIGINT')).toBe(0)
  const restarted = await startWiki({ ...elsewhere, PORT: new URL(again.address).port })
  await comesBack
  await reader.close()
  expect(await restarted.end('SIGINT')).toBe(0)
  expect((await runScript('restore', [file], elsewhere)).output).toContain('The database is not empty')
})

test('who asks twice to stop is not made to wait', async () => {
  const data = join(home, 'data')
  const wiki = await startWiki({ LORELEAF_DATA: data })
  const owner = postgres(runningDatabase(data).env.DATABASE_MIGRATION_URL, { max: 1, onnotice: () => {} })
  const locked = owner
    .begin(async (tx) => {
      await tx`lock table entry in access exclusive mode`
      fetch(`${wiki.address}/wiki/Kit_Connor`).catch(() => {})
      await expect
        .poll(async () => (await tx`select 1 from pg_locks where not granted`).length)
        .toBeGreaterThan(0)
      const ended = wiki.end('SIGTERM')
      await new Promise((resolve) => setTimeout(resolve, 1_200))
      const began = Date.now()
      wiki.process.kill('SIGTERM')
      await ended
      expect(Date.now() - began).toBeLessThan(5_000)
    })
    .catch((error) => error)
  // The database itself was stopped under the one who held the page up.
  expect(String(await locked)).toMatch(/terminating connection|CONNECTION_(CLOSED|ENDED)|write after end/)
  await owner.end({ timeout: 1 })
})
