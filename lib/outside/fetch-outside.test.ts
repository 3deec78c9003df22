import type { RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { whenAgain } from './ask'
import { aPage, fetchOutside, json } from './fetch-outside'
import type { Reach } from './reach'
import { reachOf, startSite } from './testing'

const HTML = { 'content-type': 'text/html; charset=utf-8' }

/** What a site does, by path. */
const answers: Record<string, RequestListener> = {
  '/page': (_, response) => response.writeHead(200, HTML).end('<title>A page</title>'),
  '/login': (_, response) => response.writeHead(401, HTML).end('<title>Sign in</title>'),
  '/pdf': (_, response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF'),
  '/picture': (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('PNG'),
  '/gone': (_, response) => response.writeHead(410).end(),
  '/broken': (_, response) => response.writeHead(500).end(),
  '/busy': (_, response) => response.writeHead(429, { 'retry-after': '120' }).end(),
  '/round': (_, response) => response.writeHead(302, { location: '/round' }).end(),
  '/cookie': (_, response) =>
    response.writeHead(302, { location: '/page', 'set-cookie': 'seen=1; Path=/' }).end(),
  '/headers': (_, response) => response.writeHead(200, { ...HTML, 'x-more': 'x'.repeat(60_000) }).end('x'),
  '/gzip': (_, response) =>
    response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(gzipSync('<title>Packed</title>')),
  '/bomb': (_, response) =>
    response
      .writeHead(200, { ...HTML, 'content-encoding': 'gzip' })
      .end(gzipSync(Buffer.alloc(200_000_000), { level: 9 })),
  '/twice': (_, response) =>
    response
      .writeHead(200, { ...HTML, 'content-encoding': 'gzip, gzip' })
      .end(gzipSync(gzipSync('<title>x</title>'))),
  '/no-gzip': (_, response) => response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end('plain'),
  '/cut': (_, response) => {
    response.writeHead(200, { ...HTML, 'content-length': '1000' })
    response.write('<title>Half of it</title>')
    setTimeout(() => response.destroy(), 50)
  },
  '/endless': (_, response) => {
    response.writeHead(200, HTML)
    const more = () => {
      while (response.write('x'.repeat(60_000)));
      response.once('drain', more)
    }
    more()
  },
  '/drip': (_, response) => {
    response.writeHead(200, HTML)
    const drip = setInterval(() => response.write('x'), 50)
    response.once('close', () => clearInterval(drip))
  },
  '/silent': () => {},
}

let site: Awaited<ReturnType<typeof startSite>>
let reach: Reach

beforeAll(async () => {
  vi.stubEnv('LORELEAF_OUTSIDE', '')
  site = await startSite((request, response) => {
    const answer = answers[new URL(request.url ?? '', 'http://site.example').pathname]
    if (answer) answer(request, response)
    else response.writeHead(404).end()
  })
  reach = reachOf({ hosts: { 'site.example': site.port, 'www.site.example': site.port } })
})

afterAll(() => site.stop())

const fetching = (path: string, patience = 5_000) =>
  fetchOutside(`https://site.example${path}`, aPage, reach, { patience })

describe('a page', () => {
  test('is read with its type and where it was found', async () => {
    const outcome = await fetching('/page#part')
    expect(outcome).toMatchObject({ ok: true, isCut: false, contentType: HTML['content-type'] })
    expect(outcome.ok && outcome.bytes.toString()).toBe('<title>A page</title>')
    expect(outcome.ok && outcome.url.href).toBe('https://site.example/page')
  })

  test('is asked for by the name of the wiki, without cookies or credentials, also after a redirect', async () => {
    site.asked.length = 0
    expect(await fetching('/cookie')).toMatchObject({ ok: true })
    expect(site.asked.map(({ path }) => path)).toEqual(['/cookie', '/page'])
    for (const { headers } of site.asked) {
      expect(headers['user-agent']).toBe('Test wiki (Loreleaf; +https://wiki.example)')
      expect(headers).not.toHaveProperty('cookie')
      expect(headers).not.toHaveProperty('authorization')
      expect(headers).not.toHaveProperty('referer')
    }
  })

  test('is unpacked', async () => {
    const outcome = await fetching('/gzip')
    expect(outcome.ok && outcome.bytes.toString()).toBe('<title>Packed</title>')
  })

  test('that breaks off is given as far as it came', async () => {
    const outcome = await fetching('/cut')
    expect(outcome).toMatchObject({ ok: true, isCut: true })
    expect(outcome.ok && outcome.bytes.toString()).toContain('Half of it')
  })
})

describe('reading ends', () => {
  test.each(['/endless', '/bomb'])('after two megabytes, at %s', async (path) => {
    const outcome = await fetching(path)
    expect(outcome).toMatchObject({ ok: true, isCut: true })
    expect(outcome.ok && outcome.bytes.length).toBe(2_000_000)
  })

  test('when the time is up: of a slow drip what has come is given', async () => {
    const before = Date.now()
    expect(await fetching('/drip', 500)).toMatchObject({ ok: true, isCut: true })
    expect(Date.now() - before).toBeLessThan(3_000)
  })

  test('when the time is up, where nothing comes', async () => {
    expect(await fetching('/silent', 500)).toEqual({ ok: false, why: 'slow' })
  })
})

describe('what is no page says why', () => {
  test.each([
    ['/login', 'login'],
    ['/pdf', 'pdf'],
    ['/picture', 'other-type'],
    ['/gone', 'gone'],
    ['/missing', 'gone'],
    ['/broken', 'failing'],
    ['/twice', 'other-type'],
    ['/round', 'redirects'],
    ['/headers', 'unreachable'],
    ['/no-gzip', 'unreachable'],
  ])('%s: %s', async (path, why) => {
    expect(await fetching(path)).toEqual({ ok: false, why })
  })

  test('five redirects are followed and no more', async () => {
    site.asked.length = 0
    await fetching('/round')
    expect(site.asked).toHaveLength(6)
  })

  test('a host that is busy says when to come again', async () => {
    const outcome = await fetching('/busy')
    expect(outcome).toMatchObject({ ok: false, why: 'later' })
    const seconds = outcome.ok ? 0 : (Number(outcome.again) - Date.now()) / 1_000
    expect(seconds).toBeGreaterThan(110)
    expect(seconds).toBeLessThan(121)
  })

  test('JSON is not taken for a page, nor a page for JSON', async () => {
    expect(await fetchOutside('https://site.example/page', json(), reach)).toEqual({
      ok: false,
      why: 'other-type',
    })
  })
})

describe('Retry-After', () => {
  const now = Date.parse('2026-01-01T00:00:00Z')
  test.each([
    ['30', 30],
    ['Thu, 01 Jan 2026 00:05:00 GMT', 300],
    ['0', 1],
    ['soon', 60],
    ['', 60],
    ['999999999', 86_400],
    ['Wed, 01 Jan 2025 00:00:00 GMT', 1],
  ])('%s is %i seconds', (text, seconds) => {
    expect((whenAgain(text, now).getTime() - now) / 1_000).toBe(seconds)
  })
})

describe('a host', () => {
  test('that is busy is not asked', async () => {
    site.asked.length = 0
    const until = new Date(Date.now() + 60_000)
    const busy = { ...reach, takeTurn: async () => ({ until }) }
    expect(await fetchOutside('https://site.example/page', aPage, busy)).toEqual({
      ok: false,
      why: 'later',
      again: until,
    })
    expect(site.asked).toEqual([])
  })

  test('is free again after each request, or from when it wants to be asked again', async () => {
    const ended: unknown[] = []
    const counting = {
      ...reach,
      takeTurn: async () => ({ end: async (again?: Date) => void ended.push(again) }),
    }
    await fetchOutside('https://site.example/cookie', aPage, counting)
    expect(ended).toEqual([undefined, undefined])
    const outcome = await fetchOutside('https://site.example/busy', aPage, counting)
    expect(ended[2]).toEqual(outcome.ok || outcome.again)
  })
})

test('nothing is asked where looking up is turned off', async () => {
  vi.stubEnv('LORELEAF_OUTSIDE', 'off')
  site.asked.length = 0
  expect(await fetching('/page')).toEqual({ ok: false, why: 'off' })
  expect(site.asked).toEqual([])
  vi.stubEnv('LORELEAF_OUTSIDE', '')
})
