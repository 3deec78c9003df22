import { describe, expect, it } from 'vitest'
import { markFailed, recordDependency } from '@/lib/cache/dependencies'
import { nonceIn } from '@/lib/framework/headers'
import { ask, behind, change, openGateway, signal, until, versioned } from './testing'

const gateway = openGateway({
  limits: { renders: 2, waitingRenders: 2, renderDeadline: 2_000, queueTimeout: 5_000 },
})
const html = { 'content-type': 'text/html; charset=utf-8' }

describe('a shared route', () => {
  it('is rendered once for everybody, and nothing of a visitor reaches the render', async () => {
    const seen: string[] = []
    behind.handler = async (req, res) => {
      seen.push(JSON.stringify([req.url, req.headers]))
      res.writeHead(200, html).end('the same for everybody')
    }
    const canary = 'canary-of-one-visitor'
    const headers = Object.fromEntries(
      [
        'cookie',
        'authorization',
        'rsc',
        'next-action',
        'next-router-state-tree',
        'next-url',
        'x-forwarded-host',
      ]
        .concat([
          'x-middleware-subrequest',
          'x-anything',
          'x-loreleaf-render',
          'x-nonce',
          'user-agent',
          'accept',
        ])
        .concat([
          'content-security-policy',
          'content-security-policy-report-only',
          'referer',
          'accept-language',
        ])
        .map((name) => [name, `${name}=${canary}`]),
    )
    headers['content-security-policy'] = `script-src 'nonce-${canary}'`
    const one = await ask(gateway, '/wiki/Everybody', { headers })
    const other = await ask(gateway, '/wiki/Everybody')
    expect(one.body).toBe('the same for everybody')
    expect(other.body).toBe(one.body)
    expect(other.headers.etag).toBe(one.headers.etag)
    expect(seen).toHaveLength(1)
    expect(seen.join()).not.toContain(canary)
    expect(JSON.stringify([one, other])).not.toContain(canary)
  })

  it('has a strict policy and says how it may be kept', async () => {
    behind.handler = async (req, res) => {
      res
        .writeHead(200, html)
        .end(`<script data-own="" nonce="${nonceIn(req.headers['content-security-policy'])}">go()</script>`)
    }
    const { headers } = await ask(gateway, '/wiki/Policy')
    expect(headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[\w+/=]+';/)
    expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=1')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['set-cookie']).toBeUndefined()
  })

  it('is not modified for who has it, and has no body for HEAD', async () => {
    versioned('entry:etag')
    const whole = await ask(gateway, '/wiki/Etag')
    const etag = String(whole.headers.etag)
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await ask(gateway, '/wiki/Etag', { headers: { 'if-none-match': known } })
      expect(again).toMatchObject({ status: 304, body: '' })
    }
    expect((await ask(gateway, '/wiki/Etag', { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
    const head = await ask(gateway, '/wiki/Etag', { method: 'HEAD' })
    expect(head).toMatchObject({ status: 200, body: '' })
    expect(head.headers['content-length']).toBe(String(whole.body.length))
  })

  it('gives equal pages equal tags, though each was rendered with a nonce of its own', async () => {
    behind.handler = async (req, res) => {
      recordDependency('entry:equal')
      res
        .writeHead(200, html)
        .end(`<script data-own="" nonce="${nonceIn(req.headers['content-security-policy'])}">go()</script>`)
    }
    const before = await ask(gateway, '/wiki/Equal')
    await change(['entry:equal'])
    await until(async () => (await ask(gateway, '/wiki/Equal')) && behind.renders.length === 2)
    expect((await ask(gateway, '/wiki/Equal')).headers.etag).toBe(before.headers.etag)
  })

  it('is only read', async () => {
    versioned('entry:method')
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      const answer = await ask(gateway, '/wiki/Method', {
        method,
        headers: { 'sec-fetch-site': 'same-origin' },
      })
      expect(answer.status, method).toBe(405)
      expect(answer.headers.allow).toBe('GET, HEAD')
    }
    expect((await ask(gateway, '/wiki/Method', { method: 'TRACE' })).status).toBe(501)
    expect(behind.renders).toEqual([])
  })

  it('ignores the parameters that it does not know, also in what it remembers', async () => {
    versioned('entry:query')
    for (let n = 0; n < 20; n += 1) await ask(gateway, `/wiki/Query?utm_source=${n}&_rsc=${n}`)
    expect(behind.renders).toEqual(['/wiki/Query'])
    await ask(gateway, '/recent?before=9&x=1')
    await ask(gateway, '/recent?x=2&before=9')
    expect(behind.renders).toEqual(['/wiki/Query', '/recent?before=9'])
  })

  it('passes on a missing page and a redirect as such, and remembers them', async () => {
    behind.handler = async (req, res) => {
      if (req.url === '/wiki/Missing') res.writeHead(404, html).end('write it')
      else res.writeHead(308, { location: '/wiki/Joe_Locke' }).end()
    }
    for (let n = 0; n < 2; n += 1) {
      expect(await ask(gateway, '/wiki/Missing')).toMatchObject({ status: 404, body: 'write it' })
      const moved = await ask(gateway, '/wiki/joe_locke')
      expect(moved).toMatchObject({ status: 308, headers: { location: '/wiki/Joe_Locke' } })
    }
    expect(behind.renders).toHaveLength(2)
  })
})

describe('a path that is not canonical', () => {
  it.each(['/wiki/%', '/wiki/%2e%2e/review', '/wiki/../review', '/wiki/a%2fb', '/wiki/a%5cb', '/wiki/%00'])(
    'is refused before anybody behind the gateway sees it: %s',
    async (path) => {
      expect(await ask(gateway, path)).toMatchObject({
        status: 400,
        headers: { 'cache-control': 'no-store' },
      })
      expect(behind.renders).toEqual([])
    },
  )

  it.each([
    ['/wiki/%41', '/wiki/A'],
    ['/wiki/A/', '/wiki/A'],
    ['//evil.example', '/evil.example'],
  ])('is sent on: %s', async (path, location) => {
    expect(await ask(gateway, path)).toMatchObject({ status: 308, headers: { location } })
    expect(behind.renders).toEqual([])
  })
})

describe('what is not remembered', () => {
  it.each([
    ['a page that raised an error, whole as it looks', 200, true],
    ['an error of the server', 500, false],
    ['a passing state', 503, false],
  ])('%s, nor is it shown', async (_, status, fails) => {
    behind.handler = async (_, res) => {
      if (fails) markFailed()
      res.writeHead(status, html).end('half a page')
    }
    for (let n = 1; n <= 2; n += 1) {
      const answer = await ask(gateway, `/wiki/Fails-${status}`)
      expect(answer.status).toBe(503)
      expect(answer.headers['retry-after']).toBeDefined()
      expect(answer.headers['cache-control']).toBe('no-store')
      expect(answer.body).not.toContain('half')
      expect(behind.renders).toHaveLength(n)
    }
  })

  it('an answer with a cookie, and the cookie reaches nobody', async () => {
    behind.handler = async (_, res) =>
      void res.writeHead(200, { ...html, 'set-cookie': 'session=1' }).end('mine')
    for (let n = 0; n < 2; n += 1) {
      const answer = await ask(gateway, '/wiki/Cookie')
      expect(answer).toMatchObject({ status: 503 })
      expect(JSON.stringify(answer)).not.toMatch(/session=1|mine/)
    }
    expect(behind.renders).toHaveLength(2)
  })

  it('a passing redirect', async () => {
    behind.handler = async (_, res) => void res.writeHead(307, { location: '/sign-in' }).end()
    for (let n = 0; n < 2; n += 1) expect((await ask(gateway, '/wiki/Passing')).status).toBe(307)
    expect(behind.renders).toHaveLength(2)
  })

  it('a render that takes too long', async () => {
    behind.handler = () => new Promise(() => {})
    expect((await ask(gateway, '/wiki/Slow')).status).toBe(503)
    versioned('entry:slow')
    expect((await ask(gateway, '/wiki/Slow')).status).toBe(200)
  })
})

describe('many at once', () => {
  it('share one render of a page', async () => {
    versioned('entry:5')
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(gateway, '/wiki/Together')))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    expect(behind.renders).toHaveLength(1)
  })

  it('wait for a turn, and beyond that are told to come back', async () => {
    const mayFinish = signal()
    behind.handler = async (_, res) => {
      await mayFinish.given
      res.writeHead(200, html).end()
    }
    let refused = 0
    const asked = Array.from({ length: 7 }, async (_, n) => {
      const answer = await ask(gateway, `/wiki/Crowd-${n}`)
      if (answer.status === 503) refused += 1
      return answer
    })
    // Once three are told to come back the others have been let in or wait.
    await until(() => refused === 3 && behind.renders.length >= 2)
    expect(behind.renders).toHaveLength(2)
    mayFinish.give()
    const statuses = (await Promise.all(asked)).map(({ status }) => status).sort()
    expect(statuses).toEqual([200, 200, 200, 200, 503, 503, 503])
  })
})

describe('built files', () => {
  it('are kept for good by everybody, whatever changes', async () => {
    behind.handler = async (_, res) =>
      void res.writeHead(200, { 'content-type': 'text/javascript' }).end('go()')
    const file = await ask(gateway, '/_next/static/chunks/a.js', { headers: { cookie: 'a=1' } })
    expect(file).toMatchObject({ status: 200, body: 'go()' })
    expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    await change(['entry:1'])
    await ask(gateway, '/_next/static/chunks/a.js')
    expect(behind.renders).toHaveLength(1)
    behind.handler = async (_, res) => void res.writeHead(404).end()
    const missing = await ask(gateway, '/_next/static/chunks/b.js')
    expect(missing.headers['cache-control']).not.toContain('immutable')
  })
})
