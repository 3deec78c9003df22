import { describe, expect, it } from 'vitest'
import { nonceIn } from '@/lib/framework/headers'
import { ask, behind, openGateway } from '@/lib/gateway/http/testing'
import { withElementFiles } from './element-files'
import type { Handler } from './protocol'

const gateway = openGateway({ origin: 'https://wiki.example', trustedProxies: 1 })

/** Like the framework: a document with its scripts and data, and one script of the wiki's own. */
const document: Handler = async (req, res) => {
  const nonce = nonceIn(req.headers['content-security-policy'])
  res
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      link: `</_next/static/chunks/a.js>; rel=preload; as=script; nonce="${nonce}"`,
    })
    .end(
      `<html><head><link rel="preload" as="script" href="/_next/static/chunks/a.js"/>` +
        `<script src="/_next/static/chunks/a.js" async="" nonce="${nonce}"></script>` +
        `<script data-own="" type="module" src="/elements/en/entry.js" nonce="${nonce}"></script></head>` +
        `<body><!--$--><p>found</p><!--/$--><script nonce="${nonce}">self.__next_f.push([1,"found"])</script></body></html>`,
    )
}

const REST = '<body><p>found</p></body></html>'

describe('a private page', () => {
  it('where React does not run is sent without the framework, and its own script is allowed', async () => {
    behind.handler = document
    for (const path of ['/search?q=Kit', '/moderation', '/nothing/has/this/address']) {
      const { headers, body } = await ask(gateway, path)
      const nonce = nonceIn(headers['content-security-policy'])
      expect(body, path).toBe(
        `<html><head><script data-own="" type="module" src="/elements/en/entry.js" nonce="${nonce}"></script></head>${REST}`,
      )
      expect(headers.link).toBeUndefined()
      expect(headers['cache-control']).toBe('private, no-store')
    }
  })

  it('is told of in the same way to whoever asks only for the head', async () => {
    behind.handler = document
    const { status, headers, body } = await ask(gateway, '/search?q=Kit', { method: 'HEAD' })
    expect([status, headers.link, body]).toEqual([200, undefined, ''])
  })

  it('where it runs is sent as it was made', async () => {
    behind.handler = document
    const { headers, body } = await ask(gateway, '/sign-in')
    expect(body).toContain('__next_f')
    expect(headers.link).toContain('/_next/static/chunks/a.js')
  })

  it('is refused rather than sent with a script that nobody knows', async () => {
    behind.handler = async (_, res) => {
      res.writeHead(200, { 'content-type': 'text/html' }).end('<script src="/other.js"></script>')
    }
    expect((await ask(gateway, '/search?q=Kit')).status).toBe(503)
    expect((await ask(gateway, '/facts')).status).toBe(503)
  })
})

describe('the scripts of reading pages', () => {
  it('are answered before the framework is asked, to be kept for good; what is no such file is missing', async () => {
    const asked: string[] = []
    behind.handler = withElementFiles(document, async (name) => {
      asked.push(name)
      return name === 'en/entry-A1.js' ? 'start()' : null
    })
    const found = await ask(gateway, '/elements/en/entry-A1.js')
    expect([found.status, found.body]).toEqual([200, 'start()'])
    expect(found.headers['content-type']).toMatch(/^text\/javascript/)
    expect(found.headers['cache-control']).toContain('immutable')
    for (const path of ['/elements/en/gone.js', '/elements/en/entry-A1.js.map', '/elements/en/a/b.js'])
      expect((await ask(gateway, path)).status, path).toBe(404)
    expect(asked).toEqual(['en/entry-A1.js', 'en/gone.js'])
  })
})
