import http from 'node:http'
import { describe, expect, it } from 'vitest'
import { nonceIn } from '@/lib/framework/headers'
import { ask, behind, openGateway, signal } from './testing'
import { head, openConnection } from './testing-connections'

const gateway = openGateway({
  origin: 'https://wiki.example',
  trustedProxies: 1,
})
/** One that waits for nobody. */
const hasty = openGateway({ limits: { visitDeadline: 50 } })
const ours = { origin: 'https://wiki.example' }

/** Answers with what reached it. */
const echo = async (req: http.IncomingMessage, res: http.ServerResponse) => {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk)
  const body = Buffer.concat(chunks).toString()
  res.writeHead(200, {
    'content-type': 'text/html',
    'cache-control': 'public',
    'set-cookie': ['a=1', 'b=2'],
    'x-action-redirect': '/wiki/A',
    'x-action-revalidated': '1',
  })
  res.end(JSON.stringify({ url: req.url, method: req.method, headers: req.headers, body }))
}

async function echoed(path: string, asked: Parameters<typeof ask>[2] = {}) {
  behind.handler = echo
  const answer = await ask(gateway, path, asked)
  return {
    answer,
    seen: JSON.parse(answer.body) as { url: string; body: string; headers: Record<string, string> },
  }
}

describe('a private route', () => {
  it('knows the visitor, and its answer is for nobody else to keep', async () => {
    for (let n = 1; n <= 2; n += 1) {
      const { answer, seen } = await echoed('/review?after=3', { headers: { cookie: 'session=abc' } })
      expect(seen).toMatchObject({
        url: '/review?after=3',
        headers: { cookie: 'session=abc', host: 'wiki.example' },
      })
      expect(answer.headers['cache-control']).toBe('private, no-store')
      expect(answer.headers['set-cookie']).toEqual(['a=1', 'b=2'])
      expect(answer.headers['x-action-redirect']).toBe('/wiki/A')
      expect(behind.renders).toHaveLength(n)
    }
  })

  it('answers an action without telling the router to fetch the page anew, which would overtake a form going on', async () => {
    const { answer } = await echoed('/sign-in', { method: 'POST', headers: ours })
    expect(answer.headers['x-action-redirect']).toBe('/wiki/A')
    expect(answer.headers['x-action-revalidated']).toBeUndefined()
  })

  it('has a policy by a nonce, new each time, that only what renders is told', async () => {
    const nonces = new Set<string>()
    for (let n = 0; n < 3; n += 1) {
      const { answer, seen } = await echoed('/account')
      const nonce = nonceIn(seen.headers['content-security-policy'])
      expect(nonce).toMatch(/^[\w+/]{22}==$/)
      expect(answer.headers['content-security-policy']).toContain(
        `script-src 'nonce-${nonce}' 'strict-dynamic';`,
      )
      nonces.add(String(nonce))
    }
    expect(nonces.size).toBe(3)
  })

  it('is private whatever it answers: a failure, a redirect, a file', async () => {
    for (const [status, headers] of [
      [500, { 'content-type': 'text/x-component' }],
      [303, { location: '/wiki/A', 'cache-control': 'public, max-age=99' }],
      [200, { 'content-type': 'application/json', 'cache-control': 's-maxage=99', etag: '"x"' }],
    ] as const) {
      behind.handler = async (_, res) => void res.writeHead(status, headers).end()
      const answer = await ask(gateway, '/api/me')
      expect(answer.status).toBe(status)
      expect(answer.headers['cache-control']).toBe('private, no-store')
      expect(answer.headers.etag).toBeUndefined()
    }
  })

  it('drops every header of a visitor that could speak to the framework', async () => {
    const hostile = Object.fromEntries(
      [
        'rsc',
        'next-router-prefetch',
        'next-router-segment-prefetch',
        'next-url',
        'next-resume',
        'next-action',
      ]
        .concat([
          'x-middleware-subrequest',
          'x-forwarded-host',
          'x-loreleaf-network',
          'x-loreleaf-render',
          'x-nonce',
        ])
        .concat([
          'x-invoke-path',
          'x-matched-path',
          'x-http-method-override',
          'content-security-policy',
          'forwarded',
        ])
        .concat([
          'content-security-policy-report-only',
          'x-nextjs-data',
          'next-router-state-tree',
          'x-real-ip',
        ])
        .map((name) => [name, "script-src 'nonce-hostile'"]),
    )
    const { seen } = await echoed('/review', { headers: hostile })
    expect(JSON.stringify(seen)).not.toContain('hostile')
    expect(Object.keys(seen.headers).filter((name) => /^(?:rsc|next-)/.test(name))).toEqual([])
  })

  it('lets through on POST what a server action is called with', async () => {
    const headers = {
      ...ours,
      'next-action': 'abc',
      'next-router-state-tree': 'tree',
      rsc: '1',
      'next-url': '/x',
    }
    const { seen } = await echoed('/edit/A', { method: 'POST', headers, body: 'text=1' })
    expect(seen).toMatchObject({
      body: 'text=1',
      headers: { 'next-action': 'abc', 'next-router-state-tree': 'tree' },
    })
    // The framework would send the action of another page on, with the visitor's cookies, to a port that it supposes.
    expect(seen.headers['x-action-forwarded']).toBe('1')
    expect(seen.headers).not.toHaveProperty('rsc')
    expect(seen.headers).not.toHaveProperty('next-url')
  })

  it('is told the network that the trusted proxy saw, and not what the visitor says', async () => {
    const headers = { 'x-forwarded-for': '6.6.6.6, 203.0.113.7', 'x-loreleaf-network': '6.6.6.6' }
    const { seen } = await echoed('/sign-in', { headers })
    expect(seen.headers['x-loreleaf-network']).toBe('203.0.113.7')
    expect(seen.headers['x-forwarded-for']).toBe('203.0.113.7')
  })

  it('is asked once more for each visitor, and never shared', async () => {
    await Promise.all([
      echoed('/api/me', { headers: { cookie: 'a' } }),
      echoed('/api/me', { headers: { cookie: 'b' } }),
    ])
    expect(behind.renders).toHaveLength(2)
  })
})

describe('a request that changes something', () => {
  it.each([
    [{}],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ origin: 'http://wiki.example' }],
  ])('is refused unless it comes from our own pages: %o', async (headers) => {
    behind.handler = echo
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect((await ask(gateway, '/api/auth/signout', { method, headers, body: 'x' })).status).toBe(403)
    }
    expect(behind.renders).toEqual([])
  })

  it('passes with our origin, or the word of the browser', async () => {
    for (const headers of [ours, { 'sec-fetch-site': 'same-origin' }]) {
      const { seen } = await echoed('/sign-in', { method: 'POST', headers, body: 'name=x' })
      expect(seen).toMatchObject({ method: 'POST', body: 'name=x', headers: ours })
    }
  })
})

describe('a body', () => {
  it('is refused when it says that it is too long', async () => {
    behind.handler = echo
    const body = Buffer.alloc(1_500_001)
    expect((await ask(gateway, '/edit/A', { method: 'POST', headers: ours, body })).status).toBe(413)
    expect(behind.renders).toEqual([])
  })

  it('is refused when it turns out to be too long', async () => {
    behind.handler = echo
    const status = await new Promise((resolve, reject) => {
      const headers = { ...ours, 'transfer-encoding': 'chunked' }
      const request = http.request(
        { port: gateway.port, path: '/edit/A', method: 'POST', headers },
        (response) => {
          response.resume()
          resolve(response.statusCode)
        },
      )
      request.on('error', reject)
      for (let n = 0; n < 20; n += 1) request.write(Buffer.alloc(100_000))
      request.end()
    })
    expect(status).toBe(413)
    expect(behind.renders).toEqual([])
  })

  it('of a visitor who left half-way reaches nobody', async () => {
    behind.handler = echo
    const connection = await openConnection(gateway)
    connection.write(`${head('POST /edit/A', { ...ours, 'Content-Length': '1000' })}half of a text`)
    // What others ask is answered after what has come before, and so is their leaving.
    await echoed('/review')
    connection.socket.destroy()
    for (const path of ['/account', '/moderation']) await echoed(path)
    expect(behind.renders).toEqual(['/review', '/account', '/moderation'])
  })

  it('passes whole up to the limit', async () => {
    const body = 'x'.repeat(1_500_000)
    const { seen } = await echoed('/edit/A', { method: 'POST', headers: ours, body })
    expect(seen.body).toHaveLength(1_500_000)
  })
})

describe('when what is behind the gateway', () => {
  it('takes too long or fails, the visitor is told to come back', async () => {
    const isOver = signal()
    behind.handler = () => isOver.given
    expect(await ask(hasty, '/review')).toMatchObject({
      status: 503,
      headers: { 'cache-control': 'no-store' },
    })
    isOver.give()
    behind.handler = async (_, res) => void res.destroy()
    expect((await ask(gateway, '/review')).status).toBe(503)
    behind.handler = () => Promise.reject(new Error('a secret'))
    const failed = await ask(gateway, '/review')
    expect(failed).toMatchObject({
      status: 503,
      headers: { 'cache-control': 'no-store', 'retry-after': '5' },
    })
    expect(failed.body).not.toContain('secret')
    behind.handler = async (_, res) =>
      void res.writeHead(500, { 'content-type': 'text/html' }).end('<html id="__next_error__">')
    const page = await ask(gateway, '/review')
    expect(page).toMatchObject({ status: 503, headers: { 'retry-after': '5' } })
    expect(page.body).toContain('<h1>')
  })

  it('has no address of its own, and no method that it does not know', async () => {
    expect((await ask(gateway, '/_next/image?url=%2Fa.png&w=64&q=75')).status).toBe(404)
    expect((await ask(gateway, '/review', { method: 'OPTIONS' })).status).toBe(405)
    expect((await ask(gateway, '/review', { method: 'TRACE' })).status).toBe(501)
    expect(behind.renders).toEqual([])
  })
})
