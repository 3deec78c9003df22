import { describe, expect, it } from 'vitest'
import { recordDependency } from '@/lib/cache/dependencies'
import { behind, openGateway, SECRET, signal } from './testing'
import { openConnection, statusesIn } from './testing-connections'

const TOKEN = SECRET
const gateway = openGateway({ metricsToken: TOKEN, limits: { idleTimeout: 5_000 } })

const HOST = 'Host: localhost\r\n'
/** What a sender of two readings would smuggle; and what ends an honest connection. */
const NEXT = `GET /wiki/Smuggled HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`

/** The head of a message, as written; `{}` is a place for one of the routes below. */
const message = (requestLine: string, headers = HOST, body = '') => `${requestLine}\r\n${headers}\r\n${body}`
const chunked = 'Transfer-Encoding: chunked\r\n'
const ours = 'Sec-Fetch-Site: same-origin\r\n'
const none = '0\r\n\r\n'

/** One route of each kind: all of them are behind the same rules. */
const ROUTES = ['/wiki/Page', '/account', '/_next/static/a.js', '/api/health', '/metrics']

/** What is asked for reaches nothing behind the gateway, the answer is the last on its connection, and nothing after it is read. */
const FAULTY: [name: string, bytes: string, status: number][] = [
  ['a version before 1.0', message('GET {} HTTP/0.9'), 505],
  ['no version', message('GET {}', ''), 505],
  ['version 2.0', message('GET {} HTTP/2.0'), 505],
  ['version 3.0', message('GET {} HTTP/3.0'), 505],
  ['a version in small letters', message('GET {} http/1.1'), 400],
  ['a version of three digits', message('GET {} HTTP/1.01'), 400],
  ['a space after the version', message('GET {} HTTP/1.1 '), 400],
  ['a method that nobody knows', message('FOO {} HTTP/1.1'), 501],
  ['a method in small letters', message('get {} HTTP/1.1'), 501],
  ['a method that is none', message('G(T {} HTTP/1.1'), 400],
  ['TRACE', message('TRACE {} HTTP/1.1'), 501],
  ['CONNECT', message('CONNECT localhost:80 HTTP/1.1'), 501],
  ['CONNECT to a path', message('CONNECT {} HTTP/1.1'), 501],
  ['CONNECT with a body', message('CONNECT a:1 HTTP/1.1', `${HOST}Content-Length: 5\r\n`, 'hello'), 501],
  ['chunks in version 1.0', message('POST {} HTTP/1.0', HOST + ours + chunked, none), 400],
  [
    'chunks in version 1.0, on a connection that should stay',
    message('GET {} HTTP/1.0', `${HOST}Connection: keep-alive\r\n${chunked}`, none),
    400,
  ],
  [
    'a coding that nobody knows',
    message('POST {} HTTP/1.1', `${HOST}${ours}Transfer-Encoding: gzip, chunked\r\n`, none),
    501,
  ],
  [
    'a coding that nobody knows, on a connection of its own',
    message('GET {} HTTP/1.1', `${HOST}Transfer-Encoding: gzip\r\n${chunked}`, none),
    501,
  ],
  [
    'a coding other than chunked at the end',
    message('GET {} HTTP/1.1', `${HOST}Transfer-Encoding: gzip\r\n`),
    400,
  ],
  ['a coding called identity', message('GET {} HTTP/1.1', `${HOST}Transfer-Encoding: identity\r\n`), 400],
  ['a coding without a name', message('GET {} HTTP/1.1', `${HOST}Transfer-Encoding:\r\n`), 400],
  ['a coding with a parameter', message('GET {} HTTP/1.1', `${HOST}Transfer-Encoding: chunked;a=b\r\n`), 400],
  ['chunks of chunks', message('GET {} HTTP/1.1', `${HOST}${chunked}${chunked}`, none), 400],
  ['a length and chunks', message('POST {} HTTP/1.1', `${HOST}${chunked}Content-Length: 5\r\n`, none), 400],
  [
    'a length and chunks in version 1.0',
    message('POST {} HTTP/1.0', `Content-Length: 5\r\n${chunked}`, none),
    400,
  ],
  ['two lengths', message('POST {} HTTP/1.1', `${HOST}Content-Length: 0\r\nContent-Length: 5\r\n`), 400],
  ['a list of equal lengths', message('POST {} HTTP/1.1', `${HOST}Content-Length: 5, 5\r\n`, 'hello'), 400],
  ['an empty length', message('POST {} HTTP/1.1', `${HOST}Content-Length:\r\n`), 400],
  ['a length in hexadecimal', message('POST {} HTTP/1.1', `${HOST}Content-Length: 0x5\r\n`, 'hello'), 400],
  ['no host', message('GET {} HTTP/1.1', ''), 400],
  ['two hosts', message('GET {} HTTP/1.1', HOST + HOST), 400],
  ['two hosts in different cases', message('GET {} HTTP/1.1', `${HOST}hOST: elsewhere\r\n`), 400],
  ['two hosts in version 1.0', message('GET {} HTTP/1.0', HOST + HOST), 400],
  ['an empty host', message('GET {} HTTP/1.1', 'Host:\r\n'), 400],
  ['a list of hosts', message('GET {} HTTP/1.1', 'Host: a, b\r\n'), 400],
  ['a host and a path', message('GET {} HTTP/1.1', 'Host: a/b\r\n'), 400],
  ['a host with a user', message('GET {} HTTP/1.1', 'Host: a@b\r\n'), 400],
  ['a host with a scheme', message('GET {} HTTP/1.1', 'Host: http://a\r\n'), 400],
  ['a port that is none', message('GET {} HTTP/1.1', 'Host: a:http\r\n'), 400],
  ['a port beyond all ports', message('GET {} HTTP/1.1', 'Host: a:65536\r\n'), 400],
  ['a host of letters beyond ASCII', message('GET {} HTTP/1.1', 'Host: \xe9\r\n'), 400],
  [
    'a faulty host beside an absolute target',
    message('GET http://localhost{} HTTP/1.1', 'Host: a b\r\n'),
    400,
  ],
  ['a space before the colon', message('GET {} HTTP/1.1', `${HOST}X : a\r\n`), 400],
  ['a space before the first header', message('GET {} HTTP/1.1', ` X: a\r\n${HOST}`), 400],
  ['a folded header', message('GET {} HTTP/1.1', `${HOST}X: a\r\n b\r\n`), 400],
  ['a header without a colon', message('GET {} HTTP/1.1', `${HOST}X\r\n`), 400],
  ['a name that is none', message('GET {} HTTP/1.1', `${HOST}X(: a\r\n`), 400],
  ['a bare carriage return', message('GET {} HTTP/1.1', `${HOST}X: a\rY: b\r\n`), 400],
  ['a bare line feed', message('GET {} HTTP/1.1', `${HOST}X: a\nY: b\r\n`), 400],
  ['a zero byte', message('GET {} HTTP/1.1', `${HOST}X: a\0\r\n`), 400],
  ['an expectation that nobody can meet', message('GET {} HTTP/1.1', `${HOST}Expect: a-miracle\r\n`), 417],
  ['two expectations', message('GET {} HTTP/1.1', `${HOST}Expect: 100-continue, a-miracle\r\n`), 417],
  ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 505],
]

/** What is answered as it is, with how many answers come when another request follows on the connection. */
const SOUND: [name: string, bytes: string, statuses: number[]][] = [
  ['empty lines before it', `\r\n\r\n${message('GET /wiki/Page HTTP/1.1')}`, [200, 200]],
  ['version 1.0', message('GET /wiki/Page HTTP/1.0', ''), [200]],
  [
    'version 1.0 on a connection that should stay',
    message('GET /wiki/Page HTTP/1.0', `Connection: Keep-Alive\r\n`),
    [200, 200],
  ],
  ['version 1.0 that closes', message('GET /wiki/Page HTTP/1.0', `${HOST}Connection: close\r\n`), [200]],
  [
    'a connection to be closed',
    message('GET /wiki/Page HTTP/1.1', `${HOST}Connection: keep-alive, Close\r\n`),
    [200],
  ],
  [
    'an option of the connection that is no close',
    message('GET /wiki/Page HTTP/1.1', `${HOST}Connection: closed\r\n`),
    [200, 200],
  ],
  ['a host with a port', message('GET /wiki/Page HTTP/1.1', 'Host: localhost:65535\r\n'), [200, 200]],
  ['a host that is an address', message('GET /wiki/Page HTTP/1.1', 'Host: [::1]:80\r\n'), [200, 200]],
  ['a host with an underscore', message('GET /wiki/Page HTTP/1.1', 'Host: app_1\r\n'), [200, 200]],
  [
    'chunks',
    message('POST /wiki/Page HTTP/1.1', HOST + chunked, `5;a=b\r\nhello\r\n0\r\nX: y\r\n\r\n`),
    [405, 200],
  ],
  [
    'chunks in capitals',
    message('GET /wiki/Page HTTP/1.1', `${HOST}Transfer-Encoding: CHUNKED\r\n`, none),
    [200, 200],
  ],
  ['a length', message('GET /wiki/Page HTTP/1.1', `${HOST}Content-Length: 5\r\n`, 'hello'), [200, 200]],
  [
    'a body for HEAD',
    message('HEAD /wiki/Page HTTP/1.1', `${HOST}Content-Length: 5\r\n`, 'hello'),
    [200, 200],
  ],
  ['OPTIONS of the server', message('OPTIONS * HTTP/1.1'), [204, 200]],
  ['OPTIONS of a page', message('OPTIONS /wiki/Page HTTP/1.1'), [405, 200]],
  ['a method of another protocol', message('PROPFIND /account HTTP/1.1'), [405, 200]],
  ['an asterisk for GET', message('GET * HTTP/1.1'), [400, 200]],
  ['a target with a fragment', message('GET /wiki/Page#b HTTP/1.1'), [400, 200]],
  ['another scheme', message('GET ftp://localhost/wiki/Page HTTP/1.1'), [400, 200]],
  ['an absolute target without a host', message('GET http://:80/wiki/Page HTTP/1.1'), [400, 200]],
  ['an upgrade', message('GET /wiki/Page HTTP/1.1', `${HOST}Connection: upgrade\r\nUpgrade: h2c\r\n`), [200]],
  [
    'an upgrade and a body',
    message(
      'POST /account HTTP/1.1',
      `${HOST}${ours}Connection: upgrade\r\nUpgrade: h2c\r\nContent-Length: 5\r\n`,
      'hello',
    ),
    [200],
  ],
  ['a body that should wait', message('GET /wiki/Page HTTP/1.1', `${HOST}Expect: 100-Continue\r\n`), [200]],
  [
    'a body in version 1.0 that should wait',
    message('POST /account HTTP/1.0', `${HOST}${ours}Expect: 100-continue\r\nContent-Length: 5\r\n`, 'hello'),
    [200],
  ],
  [
    'a faulty body for which nobody waits',
    message('GET /wiki/Page HTTP/1.1', HOST + chunked, 'x\r\n'),
    [200],
  ],
]

/** Counts what gets past the gateway, whatever it asks for. */
const pass = () => {
  behind.handler = async (req, res) => {
    recordDependency('entry:1')
    for await (const _ of req) {
      // Read to its end.
    }
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`this is ${req.url}`)
  }
}

/** Everything that came on a connection until the gateway closed it. */
async function told(bytes: string): Promise<string> {
  const connection = await openConnection(gateway)
  connection.write(Buffer.from(bytes, 'latin1'))
  return connection.ended
}

describe('a faulty message (RFC 9112) is refused on every route, and is the last on its connection', () => {
  it.each(FAULTY)('%s', async (_, bytes, status) => {
    pass()
    for (const route of ROUTES) {
      const received = await told(bytes.replaceAll('{}', route) + NEXT)
      expect(statusesIn(received), route).toEqual([status])
      expect(received.toLowerCase(), route).toContain('connection: close')
    }
    expect(behind.renders).toEqual([])
  })

  it('also when the page stands in memory', async () => {
    pass()
    await told(message('GET /wiki/Page HTTP/1.1', `${HOST}Connection: close\r\n`))
    for (const [name, bytes, status] of FAULTY)
      expect(statusesIn(await told(bytes.replaceAll('{}', '/wiki/Page') + NEXT)), name).toEqual([status])
  })
})

describe('a sound message is answered, and what follows it on its connection is read if it may be', () => {
  it.each(SOUND)('%s', async (_, bytes, statuses) => {
    pass()
    const received = await told(bytes + NEXT)
    expect(statusesIn(received)).toEqual(statuses)
    expect(received).not.toContain(' 100 ')
    expect(behind.renders.includes('/wiki/Smuggled')).toBe(statuses.length === 2 && behind.renders.length > 0)
  })
})

describe('answers under way on the connection of a faulty message', () => {
  it.each([
    ['that a parser refuses', 'FOO / HTTP/1.1\r\n\r\n', 501],
    ['that the gateway refuses', message('GET / HTTP/1.1', HOST + HOST), 400],
    ['that would be a tunnel', message('CONNECT a:1 HTTP/1.1'), 501],
    ['that breaks off in its body', message('POST /account HTTP/1.1', HOST + ours + chunked, 'x\r\n'), 400],
  ])('%s come first, and whole', async (_, faulty, status) => {
    const [begun, go] = [signal(), signal()]
    behind.handler = async (req, res) => {
      recordDependency('entry:1')
      begun.give()
      await go.given
      res.writeHead(200, { 'content-type': 'text/html' }).end(`slowly ${req.url}`)
    }
    const path = `/wiki/Slow-${encodeURIComponent(faulty.slice(0, 3))}-${status}`
    const connection = await openConnection(gateway)
    connection.write(message(`GET ${path} HTTP/1.1`))
    await begun.given
    connection.write(faulty + NEXT)
    await new Promise((resolve) => setImmediate(resolve))
    go.give()
    const received = await connection.ended
    expect(statusesIn(received)).toEqual([200, status])
    expect(received).toContain(`slowly ${path}`)
    expect(received).not.toContain('Smuggled')
  })

  it('that asked to be the last, and is', async () => {
    const [begun, go] = [signal(), signal()]
    behind.handler = async (_, res) => {
      recordDependency('entry:1')
      begun.give()
      await go.given
      res.writeHead(200, { 'content-type': 'text/html' }).end('the last')
    }
    const connection = await openConnection(gateway)
    connection.write(message('GET /wiki/Last HTTP/1.1', `${HOST}Connection: close\r\n`) + NEXT)
    await begun.given
    go.give()
    const received = await connection.ended
    expect(statusesIn(received)).toEqual([200])
    expect(received).toContain('the last')
  })
})
