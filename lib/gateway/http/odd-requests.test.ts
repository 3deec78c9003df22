import { describe, expect, it } from 'vitest'
import { recordDependency } from '@/lib/cache/dependencies'
import { ask, behind, openGateway, signal, versioned } from './testing'
import { head, openConnection, say, statusesIn } from './testing-connections'

const gateway = openGateway({ limits: { idleTimeout: 5_000 } })
const html = { 'content-type': 'text/html; charset=utf-8' }
const close = { Connection: 'close' }

/** Tells which address it was asked for. */
const tellAddress = async (req: { url?: string | undefined }, res: import('node:http').ServerResponse) => {
  recordDependency(`entry:${req.url}`)
  res.writeHead(200, html).end(`this is ${req.url}`)
}

describe('a target', () => {
  it('in absolute form is the same address (RFC 9112 §3.2.2), whatever host it names', async () => {
    behind.handler = tellAddress
    const plain = await ask(gateway, '/wiki/Absolute')
    for (const target of [
      'http://localhost/wiki/Absolute',
      'HTTP://elsewhere.example:8080/wiki/Absolute?x=1',
    ]) {
      const answer = await ask(gateway, target)
      expect(answer, target).toMatchObject({ status: 200, body: 'this is /wiki/Absolute' })
      expect(answer.headers.etag).toBe(plain.headers.etag)
    }
    expect(behind.renders).toEqual(['/wiki/Absolute'])
    expect(await ask(gateway, 'http://localhost')).toMatchObject({ status: 200, body: 'this is /' })
    expect(await ask(gateway, 'http://localhost/wiki/%2e%2e/review')).toMatchObject({ status: 400 })
    expect(await ask(gateway, 'http://localhost/wiki/%41')).toMatchObject({
      headers: { location: '/wiki/A' },
    })
  })

  it.each(['*', 'localhost:443', 'ftp://localhost/wiki/A', 'http:///wiki/A', 'http:/wiki/A', 'wiki/A'])(
    'of another form is refused: %s',
    async (target) => {
      const received = await say(gateway, head(`GET ${target}`, close))
      expect(statusesIn(received)).toEqual([400])
      expect(behind.renders).toEqual([])
    },
  )
})

describe('a request for a part, or for what has changed', () => {
  it.each(['bytes=0-3', 'bytes=-2', 'bytes=5-', 'bytes=0-0,2-3', 'bytes=9999-', 'lines=1-2', 'bytes=a-b'])(
    'of a range (%s) is answered whole',
    async (range) => {
      versioned('entry:range')
      const answer = await ask(gateway, '/wiki/Range', { headers: { range, 'if-range': '"x"' } })
      expect(answer).toMatchObject({ status: 200, body: 'version 1' })
      expect(answer.headers['content-range']).toBeUndefined()
      expect(answer.headers['content-length']).toBe('9')
    },
  )

  it('knows an entity tag in every spelling, and takes no other for it', async () => {
    versioned('entry:known')
    const { headers } = await ask(gateway, '/wiki/Known')
    const etag = String(headers.etag)
    const asked = async (ifNoneMatch: string) =>
      (await ask(gateway, '/wiki/Known', { headers: { 'if-none-match': ifNoneMatch } })).status
    const same = [etag, `W/${etag}`, '*', ` ${etag} `, `"a",${etag}`, `"a", W/"b" ,W/${etag}, "c"`]
    for (const one of same) expect(await asked(one), one).toBe(304)
    const other = ['"other"', etag.slice(1, -1), `"x${etag.slice(1)}`, `W/"other", "y"`, '', ',,', '"*"']
    for (const one of other) expect(await asked(one), one).toBe(200)
  })

  it('since a time is answered whole: nothing says when a page was made', async () => {
    versioned('entry:since')
    const headers = { 'if-modified-since': new Date(Date.now() + 60_000).toUTCString() }
    const answer = await ask(gateway, '/wiki/Since', { headers })
    expect(answer).toMatchObject({ status: 200, body: 'version 1' })
    expect(answer.headers['last-modified']).toBeUndefined()
  })

  it('of a page that is not there is no “not modified”', async () => {
    behind.handler = async (_, res) => void res.writeHead(404, html).end('write it')
    const answer = await ask(gateway, '/wiki/Unknown', { headers: { 'if-none-match': '*' } })
    expect(answer).toMatchObject({ status: 404, body: 'write it' })
  })
})

describe('a connection', () => {
  it('on which several requests come at once is answered in their order', async () => {
    const thirdIsDone = signal()
    behind.handler = async (req, res) => {
      if (req.url === '/wiki/First') await thirdIsDone.given
      await tellAddress(req, res)
      if (req.url === '/wiki/Third') thirdIsDone.give()
    }
    const paths = ['/wiki/First', '/wiki/Second', '/wiki/%', '/wiki/Third']
    const received = await say(
      gateway,
      paths.map((path, at) => head(`GET ${path}`, at === paths.length - 1 ? close : {})).join(''),
    )
    expect(statusesIn(received)).toEqual([200, 200, 400, 200])
    const told = [...received.matchAll(/this is (\/wiki\/[A-Z][a-z]+)/g)].map(([, path]) => path)
    expect(told).toEqual(['/wiki/First', '/wiki/Second', '/wiki/Third'])
  })

  it('that asks to be something else stays what it is', async () => {
    behind.handler = tellAddress
    for (const upgrade of ['websocket', 'h2c', 'TLS/1.0']) {
      const headers = { Upgrade: upgrade, 'Sec-WebSocket-Key': 'AAAA', 'HTTP2-Settings': 'AAAA' }
      const received = await say(
        gateway,
        head('GET /wiki/Upgrade', { ...headers, Connection: 'Upgrade, close' }),
      )
      expect(statusesIn(received), upgrade).toEqual([200])
    }
    expect(
      statusesIn(await say(gateway, head('CONNECT localhost:80', close))).filter((one) => one < 400),
    ).toEqual([])
  })

  it('is told to go on with a body only when it may', async () => {
    behind.handler = async (req, res) => {
      let length = 0
      for await (const chunk of req) length += (chunk as Buffer).length
      res.writeHead(200, { 'content-type': 'application/json' }).end(`heard ${length}`)
    }
    const ours = { 'Sec-Fetch-Site': 'same-origin', Expect: '100-continue' }
    const good = await openConnection(gateway)
    good.write(head('POST /sign-in', { ...ours, 'Content-Length': '5' }))
    await good.waitFor(/^HTTP\/1\.1 100 /)
    good.write('hello')
    await good.waitFor(/heard 5/)
    good.socket.destroy()
    for (const [headers, status] of [
      [{ ...ours, 'Content-Length': '1000000000' }, 413],
      [{ Expect: '100-continue', 'Content-Length': '5' }, 403],
      [{ ...ours, Expect: 'a miracle', 'Content-Length': '5' }, 417],
    ] as const) {
      const received = await say(gateway, head('POST /sign-in', { ...headers, ...close }))
      expect(statusesIn(received)).toEqual([status])
    }
  })
})

describe('what two readers could read in two ways is refused, and the connection is closed', () => {
  const next = head('GET /wiki/Smuggled', close)
  const chunked = '0\r\n\r\n'
  it.each([
    ['two lengths', { 'Content-Length': '5, 6' }, ''],
    ['two headers for the length', { 'Content-Length': '5', 'content-length': '6' }, 'hello'],
    ['a length and chunks', { 'Content-Length': '5', 'Transfer-Encoding': 'chunked' }, chunked],
    ['a coding that nobody knows', { 'Transfer-Encoding': 'chunked, magic' }, chunked],
    ['a coding in disguise', { 'Transfer-Encoding': '\x0bchunked' }, chunked],
    ['a coding with a space in its name', { 'Transfer-Encoding ': 'chunked' }, chunked],
    ['a length that is none', { 'Content-Length': '+5' }, 'hello'],
    ['a length below nothing', { 'Content-Length': '-1' }, ''],
    ['a length beyond all numbers', { 'Content-Length': '9'.repeat(30) }, ''],
    ['a chunk that is none', { 'Transfer-Encoding': 'chunked' }, 'x\r\n\r\n'],
    ['a header folded over two lines', { 'X-A': 'a\r\n b: c' }, ''],
    ['a header without a name', { '': 'a' }, ''],
  ])('%s', async (_, headers, body) => {
    behind.handler = tellAddress
    const received = await say(
      gateway,
      head('POST /sign-in', { 'Sec-Fetch-Site': 'same-origin', ...headers }) + body + next,
    )
    expect(statusesIn(received)).toEqual([400])
    expect(behind.renders).toEqual([])
  })

  it.each([
    ['no host', 'GET /wiki/Bare HTTP/1.1\r\n\r\n'],
    ['two hosts', 'GET /review HTTP/1.1\r\nHost: a\r\nConnection: close\r\nhost: b\r\n\r\n'],
    [
      'a line that ends without a carriage return',
      'GET /wiki/Bare HTTP/1.1\r\nHost: a\r\nX: a\nY: b\r\n\r\n',
    ],
    ['another protocol', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003'],
  ])('%s', async (_, bytes) => {
    behind.handler = tellAddress
    expect(statusesIn(await say(gateway, bytes))).toEqual([400])
    expect(behind.renders).toEqual([])
  })

  it('headers without end', async () => {
    behind.handler = tellAddress
    const connection = await openConnection(gateway)
    connection.write('GET /wiki/Bomb HTTP/1.1\r\nHost: localhost\r\n')
    // Who goes on sending to a connection that was cut may never read why.
    for (let n = 0; n < 200 && connection.received() === ''; n += 1) {
      await new Promise((resolve) => connection.socket.write(`X-${n}: ${'a'.repeat(1_000)}\r\n`, resolve))
      await new Promise(setImmediate)
    }
    expect(statusesIn(await connection.ended)).toEqual([431])
    expect(behind.renders).toEqual([])
  })
})
