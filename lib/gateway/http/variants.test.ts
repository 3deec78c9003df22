import type { IncomingMessage } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { recordDependency } from '@/lib/cache/dependencies'
import { hasOpened, namePlaces, notePlaces, readersProgress } from '@/lib/cache/reader'
import { tags } from '@/lib/cache/tags'
import { MOST_VARIANTS } from '@/lib/gateway/cache/variants'
import { openPlaces, type Place } from '@/lib/progress/reader'
import { wikiMark } from '@/lib/progress/wiki-id'
import { ask, behind, change, openGateway, SECRET, until } from './testing'

const past = new Date('2020-01-01')
/** Work 1 has two seasons; the first is open to everybody. Work 3 has many places. */
const places: Place[] = [
  { id: 11, workId: 1, rank: 1, opensAt: past },
  { id: 12, workId: 1, rank: 2, opensAt: null },
  ...Array.from({ length: 100 }, (_, at) => ({ id: 300 + at, workId: 3, rank: at, opensAt: null })),
]
const known = { places }
const gateway = openGateway({ loadPlaces: async () => known.places })
const wiki = wikiMark(SECRET)
const html = { 'content-type': 'text/html; charset=utf-8' }

/** Asks as who is so far. */
const at = (path: string, said: string, headers: Record<string, string> = {}) =>
  ask(gateway, path, {
    headers: { cookie: `loreleaf_hint=1; loreleaf_progress=${wiki}~${said}`, ...headers },
  })
const seen: IncomingMessage['headers'][] = []

/** A page about both seasons, with one passage: it says which of them are open. */
function gated(named: number[] | 'everything' = [11, 12]): void {
  behind.handler = async (req, res) => {
    seen.push({ ...req.headers })
    recordDependency('entry:1', tags.places)
    const open = openPlaces(known.places, readersProgress(), new Date())
    notePlaces(open)
    namePlaces(named)
    const shown = open === 'everything' ? open : [...open].filter((id) => id < 100).join('+')
    res.writeHead(200, html).end(`open: ${shown || 'nothing'}${hasOpened('f5') ? ', and fact 5' : ''}`)
  }
}

afterEach(() => {
  seen.length = 0
})

describe('a reader who has said how far they are', () => {
  it('gets the page of their place, remembered for all who are there, and everybody else the public one', async () => {
    gated()
    const path = '/wiki/Places'
    expect((await ask(gateway, path)).body).toBe('open: 11')
    expect((await at(path, 'w1p12')).body).toBe('open: 11+12')
    expect((await at(path, 'w1p0')).body).toBe('open: nothing')
    expect((await at(path, 'all~w1p0')).body).toBe('open: everything, and fact 5')
    expect((await at(path, 'w1p12~f5')).body).toBe('open: 11+12, and fact 5')
    expect(behind.renders).toHaveLength(5)
    // Another cookie of the same place, and one whose place gives what everybody gets.
    expect((await at(path, 't5~f9~w1p12')).body).toBe('open: 11+12')
    expect((await at(path, 'w1p11')).body).toBe('open: 11')
    expect((await ask(gateway, path)).body).toBe('open: 11')
    expect(behind.renders).toHaveLength(5)
  })

  it('gets bytes that nobody else keeps, and never "you have it already" for other bytes', async () => {
    gated()
    const path = '/wiki/Kept'
    const everybody = await ask(gateway, path)
    expect(everybody.headers).toMatchObject({
      'cache-control': 'public, max-age=0, s-maxage=1',
      vary: 'cookie',
    })
    const etag = String(everybody.headers.etag)
    for (const said of ['w1p12', 'w1p11']) {
      const theirs = await at(path, said, { 'if-none-match': etag })
      expect(theirs).toMatchObject({
        status: 200,
        headers: { 'cache-control': 'private, no-store', vary: 'cookie' },
      })
      expect(theirs.headers.etag).toBeUndefined()
    }
    expect((await ask(gateway, path, { headers: { 'if-none-match': etag } })).status).toBe(304)
  })

  it('shares the page of everybody where it names nothing, with its headers', async () => {
    gated([])
    behind.handler = async (_, res) => void res.writeHead(200, html).end('the same')
    const theirs = await at('/wiki/None', 'w1p12')
    const etag = String(theirs.headers.etag)
    expect(theirs.headers.vary).toBeUndefined()
    expect((await at('/wiki/None', 'w1p0', { 'if-none-match': etag })).status).toBe(304)
    expect(behind.renders).toHaveLength(1)
  })

  it('is told apart on lists by everything that is open to them', async () => {
    gated('everything')
    for (const said of ['w1p12', 'w1p12~w3p310', 'w1p12~w3p310~f5', 'w3p310~w1p12']) await at('/facts', said)
    // One for everybody, which tells what the list depends on, and one for each set of open places.
    expect(behind.renders).toHaveLength(4)
  })

  it('of a cookie that is odd, of another wiki, or of places that there are not, nothing is heeded', async () => {
    gated()
    const path = '/wiki/Odd'
    const everybody = await ask(gateway, path)
    for (const said of ['w1p12~x', 'w1p999', 'w7p0', 'w3p11', 'f5~f5', 'w1p12'.padEnd(1_600, '~f1')])
      expect((await at(path, said)).headers.etag, said).toBe(everybody.headers.etag)
    const other = { cookie: `loreleaf_progress=${wikiMark('another')}~w1p12` }
    expect((await ask(gateway, path, { headers: other })).headers.etag).toBe(everybody.headers.etag)
    expect(behind.renders).toHaveLength(1)
  })

  it('is believed by their cookie alone: no header from outside says it, on no route', async () => {
    gated()
    const forged = { 'x-loreleaf-reader': 'all' }
    for (const path of ['/wiki/Forged', '/search?q=a', '/review'])
      expect((await ask(gateway, path, { headers: forged })).body, path).toContain('open: 11')
    expect(seen.filter((headers) => 'x-loreleaf-reader' in headers)).toEqual([])
  })

  it('is known where pages are made for one visitor, too, and nowhere where everybody gets the same', async () => {
    gated()
    expect((await at('/search?q=a', 'w1p12')).body).toContain('open: 11+12')
    expect((await at('/api/suggest?q=a', 'w1p12')).body).toContain('open: 11+12')
    expect((await at('/robots.txt', 'w1p12')).body).toContain('open: 11')
    expect((await at('/robots.txt', 'w1p12')).body).not.toContain('12')
  })
})

describe('the variants of a page', () => {
  it('are made anew after a change, and forgotten at once when it withholds something', async () => {
    gated()
    const path = '/wiki/Changed'
    await ask(gateway, path)
    await at(path, 'w1p12')
    await change(['entry:1'])
    await until(async () => (await at(path, 'w1p12')) && behind.renders.length >= 3)
    await change(['entry:1'], true)
    behind.handler = async (_, res) => void res.writeHead(500, html).end('it fails')
    await until(async () => (await at(path, 'w1p12')).status === 503)
  })

  it('follow the places: a change of them is heeded when it is received', async () => {
    gated()
    const path = '/wiki/Moved'
    expect((await at(path, 'w1p11')).body).toBe('open: 11')
    known.places = places.map((place) => (place.id === 12 ? { ...place, rank: 0.5 } : place))
    await change([tags.places])
    await until(async () => (await at(path, 'w1p11')).body === 'open: 11+12')
    known.places = places.filter(({ id }) => id !== 11)
    await change([tags.places])
    // The place that was reached is gone: as if nothing had been said of the work.
    await until(async () => (await at(path, 'w1p11')).body === 'open: nothing')
    expect((await at(path, 'w1p11')).headers['cache-control']).toContain('public')
    known.places = places
    await change([tags.places])
    await until(async () => (await at(path, 'w1p11')).body === 'open: 11')
  })

  it('of a flood evict each other, and not the page of everybody', async () => {
    gated('everything')
    const path = '/facts?standing=sourced'
    const everybody = await ask(gateway, path)
    for (let place = 300; place < 400; place += 1) await at(path, `w3p${place}`)
    const renders = behind.renders.length
    expect((await ask(gateway, path)).headers.etag).toBe(everybody.headers.etag)
    for (let place = 399; place > 399 - MOST_VARIANTS; place -= 1) await at(path, `w3p${place}`)
    expect(behind.renders).toHaveLength(renders)
    await at(path, 'w3p300')
    expect(behind.renders).toHaveLength(renders + 1)
  })

  it('that can be told apart by nothing are made once for all who ask at the same time', async () => {
    gated()
    const asked = [
      at('/wiki/Together', 'w1p12'),
      at('/wiki/Together', 'w1p12~f9'),
      at('/wiki/Together', 'w3p300'),
    ]
    expect((await Promise.all(asked)).map(({ body }) => body)).toEqual([
      'open: 11+12',
      'open: 11+12',
      'open: 11',
    ])
    expect(behind.renders).toHaveLength(2)
  })
})
