import { once } from 'node:events'
import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { answerWith, expiresBy, markFailed, recordDependency } from '@/lib/cache/dependencies'
import { nonceIn } from '@/lib/framework/headers'
import type { Rendered } from '@/lib/gateway/cache/rendered'
import { inThisProcess } from '@/lib/gateway/http/testing'
import { createRender } from './create-render'
import { openPool, type Pool } from './pool'
import type { Handler } from './protocol'

let pool: Pool
let socketPath = ''

async function renderOf(
  handler: Handler,
  target = '/wiki/A',
  deadline = 2_000,
  reader: Parameters<ReturnType<typeof createRender>>[2] = null,
) {
  const { start, count } = inThisProcess(handler)
  pool = await openPool({
    count,
    start: (path) => {
      socketPath = path
      return start(path)
    },
  })
  const render = createRender(pool, () => ({ host: 'wiki.example', isSecure: true }))
  return render(target, AbortSignal.timeout(deadline), reader)
}

const failed = { status: 500, failed: true, tags: [], bodies: { identity: Buffer.alloc(0) } }
const text = ({ bodies }: Rendered) => Buffer.from(bodies.identity).toString()

afterEach(() => pool.close())

describe('a render of a shared route', () => {
  it('is given nothing of a visitor, only the target, its path, the host and a nonce', async () => {
    let seen: Record<string, unknown> = {}
    await renderOf(async (req, res) => {
      seen = { url: req.url, ...req.headers }
      res.end()
    }, '/facts?after=3')
    expect(Object.keys(seen).sort()).toEqual([
      'accept',
      'connection',
      'content-security-policy',
      'host',
      'url',
      'user-agent',
      'x-forwarded-host',
      'x-forwarded-proto',
      'x-loreleaf-path',
    ])
    expect(seen).toMatchObject({
      'x-loreleaf-path': '/facts',
      url: '/facts?after=3',
      host: 'wiki.example',
      'x-forwarded-proto': 'https',
    })
  })

  it('gives the bytes, what was read, and until when they are true', async () => {
    const rendered = await renderOf(async (_, res) => {
      recordDependency('entry:1')
      expiresBy(new Date(5_000))
      await wait(2)
      recordDependency('entry:2')
      res.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end('<p>No such page')
    })
    expect(rendered).toMatchObject({
      status: 404,
      tags: ['entry:1', 'entry:2'],
      expiresAt: 5_000,
      failed: false,
    })
    expect(text(rendered)).toBe('<p>No such page')
  })

  it('keeps the nonce to itself and passes on only headers that are for everybody', async () => {
    let nonce = ''
    const rendered = await renderOf(async (req, res) => {
      nonce = nonceIn(req.headers['content-security-policy']) ?? ''
      res.setHeader('content-type', 'text/html')
      res.setHeader('link', `</a.js>; rel=preload; nonce="${nonce}"`)
      res.setHeader('x-powered-by', 'Next.js')
      res.setHeader('x-secret', 'x')
      res.setHeader('vary', 'rsc')
      res.end(`<script data-own="" nonce="${nonce}">a("${nonce}")</script>`)
    })
    expect(nonce).toMatch(/^[\da-f]{32}$/)
    expect(JSON.stringify(rendered.headers) + text(rendered)).not.toContain(nonce)
    expect(Object.keys(rendered.headers).sort()).toEqual(['content-security-policy', 'content-type'])
    expect(rendered.headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[^']+';/)
  })

  it('does not hang on an empty body, an answer without a type, or a redirect', async () => {
    const empty = await renderOf(async (_, res) => void res.writeHead(200).end())
    expect(empty).toMatchObject({ status: 200, headers: { 'content-security-policy': expect.any(String) } })
    await pool.close()
    const moved = await renderOf(async (_, res) => void res.writeHead(308, { location: '/wiki/B?x=1' }).end())
    expect(moved).toMatchObject({ status: 308, headers: { location: '/wiki/B?x=1' } })
    await pool.close()
    const absolute = await renderOf(async (_, res) => {
      res.writeHead(308, { location: 'https://wiki.example/wiki/B' }).end()
    })
    expect(absolute.headers.location).toBe('/wiki/B')
  })

  it('takes a long page from who waits, after each piece, until there is place for more', async () => {
    const piece = 'x'.repeat(100_000)
    const long = await renderOf(async (_, res) => {
      for (let n = 0; n < 5; n += 1) if (!res.write(piece)) await once(res, 'drain')
      res.end()
    })
    expect(text(long)).toHaveLength(500_000)
  })

  it.each(['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)'])(
    'fails rather than lead everybody to %s',
    async (location) => {
      const rendered = await renderOf(async (_, res) => void res.writeHead(308, { location }).end())
      expect(rendered).toMatchObject(failed)
    },
  )

  it('has the status that the page gave itself, in the place of a 200 alone', async () => {
    const gone = await renderOf(async (_, res) => {
      answerWith(410)
      res.end('<p>deleted')
    })
    expect(gone.status).toBe(410)
    await pool.close()
    const broken = await renderOf(async (_, res) => {
      answerWith(404)
      res.writeHead(500).end()
    })
    expect(broken.status).toBe(500)
  })

  it.each([
    ['set-cookie', 'session=1'],
    ['vary', 'rsc, Cookie'],
    ['vary', '*'],
  ])('fails when it answers with %s: %s, for then it is not for everybody', async (name, value) => {
    const rendered = await renderOf(
      async (_, res) => void res.writeHead(200, { [name]: value }).end('secret'),
    )
    expect(rendered).toMatchObject(failed)
  })

  it('has failed when an error was raised, though the page looks whole, or is reported after its last byte', async () => {
    const hidden = await renderOf(async (_, res) => {
      res.end('<p>whole')
      await wait(5)
      markFailed()
    })
    expect(hidden).toMatchObject({ status: 200, failed: true })
    await pool.close()
    const thrown = await renderOf(() => Promise.reject(new Error('oh')))
    expect(thrown).toMatchObject({ status: 500, failed: true })
  })

  it('fails when the answer is cut short or not as long as it says', async () => {
    const cut = await renderOf(async (_, res) => {
      res.writeHead(200, { 'content-length': '100' }).write('half')
      await wait(5)
      res.destroy()
    })
    expect(cut).toMatchObject(failed)
    await pool.close()
    const short = await renderOf(
      async (_, res) => void res.writeHead(200, { 'content-length': '100' }).end('half'),
    )
    expect(short).toMatchObject(failed)
  })

  it('comes in every coding that makes it smaller, which all say the same', async () => {
    const page = `<p>${'The same words again. '.repeat(200)}`
    const { bodies, etag } = await renderOf(
      async (_, res) => void res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page),
    )
    expect(bodies.identity.byteLength).toBe(page.length)
    expect(gunzipSync(bodies.gzip ?? '').toString()).toBe(page)
    expect(brotliDecompressSync(bodies.br ?? '').toString()).toBe(page)
    expect(bodies.br?.byteLength).toBeLessThan(page.length / 10)
    expect(etag).toMatch(/^[\w-]{27}$/)
    await pool.close()
    const font = await renderOf(
      async (_, res) => void res.writeHead(200, { 'content-type': 'font/woff2' }).end(page),
    )
    expect(Object.keys(font.bodies)).toEqual(['identity'])
  })

  it('throws when the deadline passes, and ends the work behind it', async () => {
    let closed = false
    const slow = renderOf(
      async (_, res) => {
        await once(res, 'close')
        closed = true
      },
      '/',
      30,
    )
    await expect(slow).rejects.toThrow()
    await wait(20)
    expect(closed).toBe(true)
  })

  it('happens behind a socket in a folder of our own', async () => {
    await renderOf(async (_, res) => void res.end())
    expect(statSync(dirname(socketPath)).mode & 0o777).toBe(0o700)
  })
})
