import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import postgres from 'postgres'
import {
  addParagraphs,
  inAddress,
  openEditForm,
  rewriteParagraph,
  send,
  writeNewPage,
} from './support/edit-form'
import { type Several, startSeveral } from './support/several'
import { expect, freshWord, type Person, signInByForm, test } from './support/story'

// One wiki of two replicas for all of these; the last story takes it apart.
test.describe.configure({ mode: 'serial' })

let wiki: Several
test.beforeAll(async () => {
  wiki = await startSeveral()
})
test.afterAll(() => wiki?.end())

/** How long an edit on one may take to be visible on the other, and a withholding everywhere, in milliseconds. */
const SEEN = 1_000
const GONE = 5_000

const text = async (address: string, path: string) => (await fetch(`${address}${path}`)).text()

/**
 * Looks at all of the addresses until each is as it should be; gives how long after `began` somebody asked last who was
 * shown otherwise, and 0 when nobody was. On a busy machine an answer takes its time, but must be right when it was asked.
 */
async function lastOtherwise(
  began: number,
  addresses: string[],
  isSo: (address: string) => Promise<boolean>,
): Promise<number> {
  const last = await Promise.all(
    addresses.map(async (address) => {
      for (let otherwise = 0; ; ) {
        const asked = performance.now() - began
        if (await isSo(address)) return otherwise
        otherwise = asked
        if (asked > 20_000) throw new Error(`${address} never came to it`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }),
  )
  return Math.max(...last)
}

/** A moderator of this wiki, whose browser reaches one replica. */
async function moderatorAt(page: Page, gateway: string) {
  const [, moderator] = JSON.parse(readFileSync(wiki.accounts, 'utf8')) as [Person, Person]
  await signInByForm(page, moderator)
  await expect(page).toHaveURL(new RegExp(`^${gateway}`))
}

/** When the server has answered what is sent now. */
async function answered(page: Page, press: () => Promise<unknown>): Promise<number> {
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await press()
  await answer
  return performance.now()
}

/** How many rows a statement finds on a server, or changes there. */
async function countOn({ urls }: { urls: { admin: string } }, statement: string): Promise<number> {
  const client = postgres(`${urls.admin}/loreleaf`, { max: 1, onnotice: () => {} })
  try {
    return (await client.unsafe(statement)).count
  } finally {
    await client.end()
  }
}

/** Finds the connections of the wiki that have read tables. */
const READERS = `select 1 from pg_stat_activity where application_name = 'loreleaf' and query like '%from "%'`

/** Adds a sentence to a page on one replica; gives when that was answered. */
async function edit(page: Page, title: string, sentence: string): Promise<number> {
  await openEditForm(page, title)
  await addParagraphs(page, sentence)
  return answered(page, () => send(page))
}

test('both have the same build and keys, and tell so', async () => {
  const health = await Promise.all(
    wiki.gateways.map(async (gateway) => JSON.parse(await text(gateway, '/api/health'))),
  )
  expect(health[0]).toMatchObject({
    build: expect.stringMatching(/^.{8,}$/),
    keys: expect.stringMatching(/^.{12}$/),
  })
  expect([health[1].build, health[1].keys]).toEqual([health[0].build, health[0].keys])
})

test.describe('of two replicas', () => {
  let page: Page
  let title: string

  test.beforeEach(async ({ browser }) => {
    const [gateway] = wiki.gateways
    const context = await browser.newContext({ baseURL: gateway })
    page = await context.newPage()
    await moderatorAt(page, gateway)
    title = await writeNewPage(page, { paragraphs: ['It began with a comic.'] })
  })
  test.afterEach(() => page.context().close())

  test('each shows within a second what was saved on the other, and so does the proxy', async () => {
    const path = `/wiki/${inAddress(title)}`
    const everywhere = [...wiki.gateways, ...(wiki.proxy ? [wiki.proxy] : [])]
    for (const address of everywhere) expect(await text(address, path)).toContain('It began with a comic.')
    const word = freshWord()
    const began = await edit(page, title, `Then came ${word}.`)
    const says = async (address: string) => (await text(address, path)).includes(word)
    expect(await lastOtherwise(began, everywhere, says)).toBeLessThan(SEEN)
    // Who saved sees it at once, through the proxy too.
    await page.waitForURL(`**${path}`)
    const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    for (const address of everywhere) {
      const own = await fetch(`${address}${path}`, { headers: { cookie: cookies } })
      expect(await own.text(), address).toContain(word)
    }
  })

  test('what is hidden on one is gone from everywhere within five seconds', async () => {
    const canary = `canary${freshWord()}`
    await edit(page, title, `Rosa lives in ${canary} street.`)
    await page.waitForURL(`**/wiki/${inAddress(title)}`)
    await openEditForm(page, title)
    await rewriteParagraph(page, 'Rosa lives', 'Rosa lives somewhere.')
    await send(page)
    await page.waitForURL(`**/wiki/${inAddress(title)}`)

    const everywhere = [...wiki.gateways, ...(wiki.proxy ? [wiki.proxy] : [])]
    const history = await text(wiki.gateways[1], `/history/${inAddress(title)}`)
    const links = [...history.matchAll(/href="(\/(?:diff|revisions)\/[^"?]+)"/g)].map(
      ([, link]) => link ?? '',
    )
    const paths = [`/wiki/${inAddress(title)}`, `/history/${inAddress(title)}`, '/recent', ...links]
    const said = async (address: string) => {
      const pages = await Promise.all(paths.map((path) => text(address, path)))
      const found = await text(address, `/api/suggest?q=${canary}`)
      return [...pages, found].some((words) => words.includes(canary))
    }
    for (const address of everywhere) expect(await said(address), address).toBe(true)

    await page.goto(`/history/${inAddress(title)}`)
    await page.getByRole('link', { name: 'Hide versions' }).first().click()
    await page.getByLabel('Words to look for').fill(canary)
    await page.getByRole('button', { name: 'Find' }).click()
    await expect(page.getByRole('status')).toContainText('says it')
    await page.getByLabel('Reason', { exact: true }).fill('Where a person lives')
    const began = await answered(page, () => page.getByRole('button', { name: 'Hide it' }).click())
    expect(await lastOtherwise(began, everywhere, async (address) => !(await said(address)))).toBeLessThan(
      GONE,
    )
  })

  test('neither shows anything old while the standby replays nothing, nor when it is gone', async () => {
    const path = `/wiki/${inAddress(title)}`
    const says = (word: string) => async (address: string) => (await text(address, path)).includes(word)
    // It has been read from until now: else this would be no story.
    for (const n of [1, 2, 3, 4])
      await Promise.all(wiki.gateways.map((gateway) => text(gateway, `/sources/${n}`)))
    expect(await countOn(wiki.servers.standby, READERS)).toBeGreaterThan(0)
    await wiki.servers.standby.replay(false)
    const [paused, gone] = [freshWord(), freshWord()]
    expect(await lastOtherwise(await edit(page, title, paused), wiki.gateways, says(paused))).toBeLessThan(
      SEEN,
    )
    await page.waitForURL(`**${path}`)
    await wiki.servers.standby.replay(true)

    await wiki.servers.standby.cluster.stop()
    for (const gateway of wiki.gateways)
      expect((await fetch(`${gateway}/history/${inAddress(title)}`)).status).toBe(200)
    expect(await lastOtherwise(await edit(page, title, gone), wiki.gateways, says(gone))).toBeLessThan(SEEN)
    for (const gateway of wiki.gateways) expect((await fetch(`${gateway}/search?q=comic`)).status).toBe(200)
  })
})

test('a worker does the jobs of both, and ends in order when it is stopped', async () => {
  const { primary } = wiki.servers
  const old = `from cache_event where at < now() - interval '1 day'`
  await countOn(primary, `insert into cache_event (id, tags, at) values (0, '{}', now() - interval '2 days')`)
  expect(await countOn(primary, `select 1 ${old}`)).toBe(1)
  const worker = await wiki.startWorker()
  await expect.poll(() => countOn(primary, `select 1 ${old}`)).toBe(0)
  expect(await worker.end()).toBe(0)
})

test('a replica that stops is missed by nobody who comes through the proxy', async () => {
  test.skip(!wiki.proxy, 'nginx is not installed')
  const path = '/wiki/Kit_Connor'
  const asking = { isOver: false, answers: 0, statuses: new Set<number>() }
  const asks = async () => {
    for (; !asking.isOver; asking.answers += 1)
      asking.statuses.add((await fetch(`${wiki.proxy}${path}?n=${Math.random()}`)).status)
  }
  const readers = [asks(), asks()]
  await wiki.endOne()
  const sinceThen = asking.answers
  await expect.poll(() => asking.answers).toBeGreaterThan(sinceThen + 50)
  asking.isOver = true
  await Promise.all(readers)
  expect([...asking.statuses]).toEqual([200])
  expect((await fetch(`${wiki.proxy}/search?q=comic`)).headers.get('cache-control')).toContain('private')
})
