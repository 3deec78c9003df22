import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { findDeadSources } from '@/db/captures/captured'
import { forgetOldAddresses } from '@/db/captures/looking'
import { primary } from '@/db/postgres/client'
import { changeRows, readRows } from '@/db/postgres/testing'
import { gatherAddresses } from '@/lib/captures/catch-up-addresses'
import { findPassages } from '@/lib/captures/passages'
import {
  added,
  edited,
  factContent,
  holdBack,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
  sourceContent,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import { reachOf, startSite } from '@/lib/outside/testing'
import { visitor } from '@/lib/policy/actor'
import { readScopeOf, writersScope } from '@/lib/policy/policy'
import { withhold } from '@/lib/withholding/withhold'
import { lookOutside } from './look-outside'

const { owner, moderator, fan } = await openTestWiki('owner', 'moderator', 'fan')

const SAID = 'There was magic in the air'
const FILLER = 'A sentence of a long article about a series. '.repeat(20)
const PAGE = `<html><head><title>Joe Locke</title></head><body><p>${FILLER}</p><p>He said on Monday: “There was magic in
  the&nbsp;air”, and laughed.</p><p>${FILLER} A pelican elsewhere.</p></body></html>`

const html = (response: ServerResponse, text = PAGE) =>
  response.setHeader('content-type', 'text/html; charset=utf-8').end(text)

/** What the hosts of these tests answer, by the path. */
const answers = new Map<string, (response: ServerResponse) => void>()
let site: Awaited<ReturnType<typeof startSite>>
let page: number

beforeAll(async () => {
  site = await startSite((request, response) => {
    const answer = answers.get(new URL(request.url ?? '', 'http://x').pathname)
    if (answer) answer(response)
    else html(response)
  })
  page = await publishNew(moderator, 'page', pageContent('Joe Locke'))
})
afterAll(() => site.stop())
beforeEach(async () => {
  vi.stubEnv('LORELEAF_OUTSIDE', '')
  answers.clear()
  await changeRows('delete from cited_address')
})

const HOSTS = ['news.example', 'www.youtube.com', 'archive.org']
const look = () => lookOutside(reachOf({ hosts: Object.fromEntries(HOSTS.map((host) => [host, site.port])) }))

let count = 0
const addressOf = (path: string) => `https://news.example/${++count}/${path}`
const writeSource = (url: string) =>
  publishNew(moderator, 'source', sourceContent(`Source ${count}`, { url }))
const quoting = (source: number, quote: string, rest = {}) =>
  factContent(`He said it ${++count}.`, [page], { citations: [citationOf(source, { quote, ...rest })] })

const passageOf = async (source: number, quote: string, rest = {}) =>
  (await findPassages(primary(), writersScope, [{ source, quote, ...rest }]))[0]
const addressRow = async () => (await readRows('select * from cited_address'))[0]
/** The wait until an address is due again is over, and it failed first so many days ago. */
const later = (days = 0) =>
  changeRows(`update cited_address set due_at = now(), looked_at = looked_at - interval '2 hours',
    failing_since = failing_since - make_interval(days => ${days})`)

test('quoted words are found, however they are set; what stands around them is kept, and nothing else of the page', async () => {
  const typed = "'there was MAGIC in the air.'"
  const source = await writeSource(addressOf('article'))
  const fact = await publishNew(moderator, 'fact', quoting(source, typed))
  expect(await passageOf(source, typed)).toMatchObject({ state: 'unread', why: 'not-yet' })
  await look()
  expect(await passageOf(source, typed)).toMatchObject({
    state: 'found',
    before: expect.stringMatching(/He said on Monday: “$/),
    words: 'There was magic in the air',
    after: expect.stringMatching(/^”, and laughed\./),
    link: expect.stringMatching(/article#:~:text=There%20was%20magic%20in%20the%20air$/),
  })
  const [passage] = await readRows('select before, words, after from captured_passage')
  expect(String(passage?.before).length).toBeLessThanOrEqual(300)
  expect(String(passage?.after).length).toBeLessThanOrEqual(300)
  expect(JSON.stringify([await readRows('select * from cited_address'), passage])).not.toContain('pelican')
  const [told] = await readRows('select tags from cache_event order by id desc limit 1')
  expect(told?.tags).toEqual(expect.arrayContaining([`entry:${fact}`, `entry:${source}`]))
})

test('a page is fetched once for all that is quoted from it, and words that are not there are said to be missing', async () => {
  const source = await writeSource(addressOf('article'))
  await publishNew(moderator, 'fact', quoting(source, SAID))
  await publishNew(moderator, 'fact', quoting(source, 'There was thunder in the air'))
  const before = site.asked.length
  await look()
  expect(site.asked.length - before).toBe(1)
  expect(site.asked.at(-1)?.headers).toMatchObject({ 'user-agent': expect.stringContaining('Loreleaf') })
  expect(site.asked.at(-1)?.headers).not.toHaveProperty('cookie')
  expect(await passageOf(source, SAID)).toMatchObject({ state: 'found' })
  expect(await passageOf(source, 'There was thunder in the air')).toMatchObject({ state: 'missing' })
  await look()
  expect(site.asked.length - before).toBe(1)
})

test('for an edit that waits words are looked for at the address of the source that comes with it', async () => {
  const url = addressOf('waits')
  const waiting = factContent('He said so.', [page], { citations: [citationOf(-2, { quote: SAID })] })
  await holdBack(fan, added('fact', waiting), added('source', sourceContent('New', { url })))
  await look()
  expect(await passageOf(-2, SAID, { url })).toMatchObject({ state: 'found' })
  expect(await passageOf(-2, SAID)).toMatchObject({ state: 'unread', why: 'no-address' })
})

test('words of a recording are spoken and not written: its link leads to the time', async () => {
  const source = await writeSource(`https://www.youtube.com/watch?v=${++count}`)
  await publishNew(moderator, 'fact', quoting(source, 'I am rather shy', { locator: '12:34' }))
  await look()
  expect(await passageOf(source, 'I am rather shy', { locator: '12:34' })).toMatchObject({
    state: 'unread',
    why: 'spoken',
    link: expect.stringContaining('t=754'),
  })
})

test.each([
  ['login', (response: ServerResponse) => response.writeHead(403).end()],
  ['pdf', (response: ServerResponse) => response.setHeader('content-type', 'application/pdf').end('%PDF')],
  ['no-text', (response: ServerResponse) => html(response, '<div id="app"></div><script>show()</script>')],
])('where a page cannot be read (%s) nothing is said against the words', async (why, answer) => {
  const url = addressOf('closed')
  answers.set(new URL(url).pathname, answer)
  const source = await writeSource(url)
  await publishNew(moderator, 'fact', quoting(source, SAID))
  await look()
  expect(await passageOf(source, SAID)).toMatchObject({ state: 'unread', why })
  expect(await addressRow()).toMatchObject({ failures: 0, is_urgent: false })
})

test('a host that asks for time gets it', async () => {
  const url = addressOf('busy')
  answers.set(new URL(url).pathname, (response) => response.writeHead(429, { 'retry-after': '7200' }).end())
  const source = await writeSource(url)
  await publishNew(moderator, 'fact', quoting(source, SAID))
  const before = site.asked.length
  await look()
  await look()
  expect(site.asked.length - before).toBe(1)
  const [row] = await readRows(
    `select is_urgent, due_at > now() + interval '110 minutes' as is_later from cited_address`,
  )
  expect(row).toEqual({ is_urgent: true, is_later: true })
})

test('a page is dead that is not there four times over three days; an archive’s copy is offered, and it may come back', async () => {
  const url = addressOf('gone')
  const { pathname } = new URL(url)
  answers.set(pathname, (response) => response.writeHead(404).end())
  const copy = `http://web.archive.org/web/20220422000000/${url}`
  answers.set('/wayback/available', (response) =>
    response.setHeader('content-type', 'application/json').end(
      JSON.stringify({
        url,
        archived_snapshots: {
          closest: { status: '200', available: true, url: copy, timestamp: '20220422000000' },
        },
      }),
    ),
  )
  const source = await writeSource(url)
  for (const days of [0, 1, 1]) {
    await look()
    await later(days)
  }
  await look()
  expect(await findDeadSources(primary(), writersScope, 0, 10)).toEqual([])
  await later(1)
  await look()
  expect(await findDeadSources(primary(), writersScope, 0, 10)).toEqual([
    expect.objectContaining({ sourceId: source, archiveUrl: copy.replace('http:', 'https:') }),
  ])
  answers.delete(pathname)
  await later()
  await look()
  expect(await addressRow()).toMatchObject({ state: 'alive', failures: 0, archive_url: null })
})

test('where nothing answers at all, it may be our own network: no page is called dead', async () => {
  const url = `https://nowhere.example/${++count}`
  await writeSource(url)
  for (let times = 1; times <= 6; times += 1) {
    await look()
    await later(2)
  }
  expect(await addressRow()).toMatchObject({ state: 'unknown', failures: 0, why: 'unreachable' })
  await writeSource(addressOf('answers'))
  await look()
  await later(2)
  await look()
  const [row] = await readRows(`select failures from cited_address where url = '${url}'`)
  expect(Number(row?.failures)).toBeGreaterThan(0)
})

test('what nobody needs is not asked for: a deleted source, and everything where looking up is off', async () => {
  const source = await writeSource(addressOf('unneeded'))
  await deleteEntry(owner, { entryId: source, reason: 'not needed' }, { network: null })
  const before = site.asked.length
  await look()
  vi.stubEnv('LORELEAF_OUTSIDE', 'off')
  await writeSource(addressOf('off'))
  await look()
  expect(site.asked.length).toBe(before)
})

test('a source that gets another address is looked at there, and the old one is forgotten within a day', async () => {
  const source = await writeSource(addressOf('before'))
  const url = addressOf('after')
  await publishNow(moderator, edited('source', source, 1, sourceContent('Moved', { url })))
  expect(await readRows('select 1 from cited_address')).toHaveLength(2)
  await forgetOldAddresses(primary())
  expect(await readRows('select url from cited_address')).toEqual([{ url }])
})

test('the addresses of an earlier release are written down, and spread over a month', async () => {
  await Promise.all([1, 2, 3].map(() => writeSource(addressOf('earlier'))))
  await changeRows('delete from cited_address')
  await gatherAddresses()
  await gatherAddresses()
  const rows = await readRows(`select due_at > now() as is_later from cited_address`)
  expect(rows.length).toBeGreaterThanOrEqual(3)
  expect(rows.every((row) => row.is_later)).toBe(true)
})

const erase = ({ entryId, to }: { entryId: number; to: number }, words: string | null = null) => {
  const what = { entryId, from: 1, to, parts: ['text' as const], strength: 'erased' as const }
  return withhold(owner, { ...what, reason: 'a complaint', words }, { network: null })
}

test('what a fact’s words were captured for goes with them when they are erased; others keep no more than that they were found', async () => {
  const source = await writeSource(addressOf('erased'))
  const [one, other] = [quoting(source, 'He said on Monday'), quoting(source, SAID)]
  const fact = await publishNew(moderator, 'fact', one)
  await publishNow(moderator, edited('fact', fact, 1, other))
  await publishNew(moderator, 'fact', quoting(source, SAID))
  await look()
  expect(await passageOf(source, SAID)).toMatchObject({
    state: 'found',
    before: expect.stringContaining('Monday'),
  })
  await deleteEntry(owner, { entryId: fact, reason: 'a complaint' }, { network: null })
  expect(await erase({ entryId: fact, to: 2 }, null)).toMatchObject({ ok: true })
  expect(await readRows('select quote, before, words, after from captured_passage')).toEqual([
    { quote: SAID, before: '', words: '', after: '' },
  ])
  await changeRows(`update captured_passage set state = 'wanted'`)
  await later()
  await look()
  expect(await passageOf(source, SAID)).toMatchObject({ state: 'found', before: '', words: '' })
})

test('erased words go from around whatever quotes a source that the entry cites', async () => {
  const source = await writeSource(addressOf('words'))
  const fact = await publishNew(moderator, 'fact', quoting(source, 'and laughed'))
  await publishNow(moderator, edited('fact', fact, 1, quoting(source, 'and laughed', { locator: 'below' })))
  await publishNew(moderator, 'fact', quoting(source, SAID))
  await look()
  expect(await erase({ entryId: fact, to: 1 }, 'on Monday')).toMatchObject({ ok: true })
  const rows = await readRows('select before from captured_passage')
  expect(JSON.stringify(rows)).not.toContain('Monday')
})

test('of an erased source the address goes', async () => {
  const source = await writeSource(addressOf('secret'))
  await deleteEntry(owner, { entryId: source, reason: 'a complaint' }, { network: null })
  expect(await erase({ entryId: source, to: 1 })).toMatchObject({ ok: true })
  expect(await readRows('select 1 from cited_address')).toEqual([])
})

test('a source that the reader may not see says nothing of its page', async () => {
  const source = await writeSource(addressOf('hidden'))
  await publishNew(moderator, 'fact', quoting(source, SAID))
  await look()
  await deleteEntry(owner, { entryId: source, reason: 'wrong' }, { network: null })
  const asked = [{ source, quote: SAID }]
  const forScope = async (scope = writersScope) => (await findPassages(primary(), scope, asked))[0]?.state
  expect([
    await forScope(),
    await forScope(readScopeOf(visitor)),
    await forScope(readScopeOf(owner)),
  ]).toEqual(['unread', 'unread', 'found'])
})
