import http from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { expiresBy, recordDependency } from '@/lib/cache/dependencies'
import { ask, behind, change, openGateway, until, versioned } from './testing'

/**
 * The gateway is a shared cache and, towards everybody else, the origin: it receives every change, so what it remembers
 * needs no other validation. These are the rules of RFC 9111 (HTTP Caching) that are left to keep, by their sections.
 */
const gateway = openGateway()
const html = { 'content-type': 'text/html; charset=utf-8' }
const long = `<p>${'The same words again. '.repeat(200)}`

/** The bytes as they come, undecoded. */
function bytesOf(path: string, headers: http.OutgoingHttpHeaders, method = 'GET') {
  return new Promise<{ headers: http.IncomingHttpHeaders; status?: number | undefined; body: Buffer }>(
    (resolve) => {
      http.get({ port: gateway.port, path, headers, method, agent: false }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk) => chunks.push(chunk))
        answer.on('end', () =>
          resolve({ headers: answer.headers, status: answer.statusCode, body: Buffer.concat(chunks) }),
        )
      })
    },
  )
}

describe('§3, what is stored', () => {
  it('of a request with Authorization, nothing of it: the render never sees it, and the answer is for all', async () => {
    versioned('entry:authorization')
    const one = await ask(gateway, '/wiki/Authorized', { headers: { authorization: 'Basic c2VjcmV0' } })
    const other = await ask(gateway, '/wiki/Authorized')
    expect(other).toEqual({ ...one, headers: { ...one.headers, date: other.headers.date } })
    expect(behind.renders).toHaveLength(1)
  })

  it('whatever a request asks about keeping: who reloads for good costs no render', async () => {
    versioned('entry:no-cache')
    for (const value of ['no-cache', 'no-store', 'max-age=0', 'only-if-cached', 'min-fresh=99']) {
      const headers = { 'cache-control': value, pragma: 'no-cache' }
      expect((await ask(gateway, '/wiki/Reloaded', { headers })).status).toBe(200)
    }
    expect(behind.renders).toHaveLength(1)
  })
})

describe('§4.1, Vary', () => {
  it('each coding has bytes and an entity tag of its own, and says what it depends on', async () => {
    behind.handler = async (_, res) => void res.writeHead(200, html).end(long)
    const plain = await bytesOf('/wiki/Coded', {})
    const gzip = await bytesOf('/wiki/Coded', { 'accept-encoding': 'gzip' })
    const br = await bytesOf('/wiki/Coded', { 'accept-encoding': 'gzip, br' })
    expect(plain.body.toString()).toBe(long)
    expect(gunzipSync(gzip.body).toString()).toBe(long)
    expect(brotliDecompressSync(br.body).toString()).toBe(long)
    expect([plain, gzip, br].map(({ headers }) => headers['content-encoding'])).toEqual([
      undefined,
      'gzip',
      'br',
    ])
    expect(new Set([plain, gzip, br].map(({ headers }) => headers.etag)).size).toBe(3)
    for (const { headers, body } of [plain, gzip, br]) {
      expect(headers.vary).toBe('accept-encoding')
      expect(headers['content-length']).toBe(String(body.length))
    }
    expect(behind.renders).toHaveLength(1)
  })

  it('a page that varies with anything else is no page for everybody', async () => {
    for (const vary of ['cookie', 'Accept-Language, rsc', '*']) {
      behind.handler = async (_, res) => void res.writeHead(200, { ...html, vary }).end('for one')
      const answer = await ask(gateway, `/wiki/Varies-${encodeURIComponent(vary.slice(0, 3))}`)
      expect(answer.status).toBe(503)
      expect(answer.body).not.toContain('for one')
    }
  })
})

describe('§4.2, freshness', () => {
  it('caches further down may keep a page for a second, browsers ask each time, and nobody keeps a refusal', async () => {
    versioned('entry:fresh')
    expect((await ask(gateway, '/wiki/Fresh')).headers['cache-control']).toBe('public, max-age=0, s-maxage=1')
    expect((await ask(gateway, '/wiki/%2e%2e')).headers['cache-control']).toBe('no-store')
    expect((await ask(gateway, '/wiki/Fresh', { method: 'POST' })).headers['cache-control']).toBe('no-store')
  })

  it('what is true only until a moment is made anew after it', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    onTestFinished(() => void vi.useRealTimers())
    let renders = 0
    behind.handler = async (_, res) => {
      renders += 1
      expiresBy(new Date(Date.now() + 60_000))
      res.writeHead(200, html).end(`render ${renders}`)
    }
    expect((await ask(gateway, '/wiki/Timed')).body).toBe('render 1')
    expect((await ask(gateway, '/wiki/Timed')).body).toBe('render 1')
    vi.setSystemTime(Date.now() + 60_001)
    expect((await ask(gateway, '/wiki/Timed')).body).toBe('render 2')
  })
})

describe('§4.3, validation', () => {
  it('who has these bytes in this coding gets none, with every header that the page has', async () => {
    behind.handler = async (_, res) => void res.writeHead(200, html).end(long)
    const accept = { 'accept-encoding': 'br' }
    const whole = await bytesOf('/wiki/Valid', accept)
    const etag = String(whole.headers.etag)
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await bytesOf('/wiki/Valid', { ...accept, 'if-none-match': known })
      expect(again).toMatchObject({ status: 304, body: Buffer.alloc(0) })
      for (const name of ['etag', 'vary', 'cache-control', 'content-security-policy'])
        expect(again.headers[name], name).toBe(whole.headers[name])
    }
    expect((await bytesOf('/wiki/Valid', { 'accept-encoding': 'gzip', 'if-none-match': etag })).status).toBe(
      200,
    )
  })

  it('after a change that did not alter the bytes, what one has is still right', async () => {
    behind.handler = async (_, res) => {
      recordDependency('entry:same')
      res.writeHead(200, html).end('as before')
    }
    const { etag } = (await ask(gateway, '/wiki/Same')).headers
    await change(['entry:same'])
    await until(async () => (await ask(gateway, '/wiki/Same')) && behind.renders.length === 2)
    expect((await ask(gateway, '/wiki/Same', { headers: { 'if-none-match': etag } })).status).toBe(304)
  })

  it('HEAD tells of GET what GET would, and nothing else', async () => {
    behind.handler = async (_, res) => void res.writeHead(200, html).end(long)
    const get = await bytesOf('/wiki/Head', { 'accept-encoding': 'br' })
    const head = await bytesOf('/wiki/Head', { 'accept-encoding': 'br' }, 'HEAD')
    expect(head.body).toHaveLength(0)
    expect({ ...head.headers, date: '' }).toEqual({ ...get.headers, date: '' })
  })
})

it('§4.4, a method that changes something makes nothing be forgotten: only a change does', async () => {
  versioned('entry:unsafe')
  await ask(gateway, '/wiki/Unsafe')
  for (const method of ['POST', 'PUT', 'DELETE']) await ask(gateway, '/wiki/Unsafe', { method })
  await ask(gateway, '/wiki/Unsafe')
  expect(behind.renders).toHaveLength(1)
})
