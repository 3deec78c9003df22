import http from 'node:http'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ask, behind, openGateway, openSockets, signal, until, versioned } from './testing'
import { head, openConnection, statusesIn, type TestConnection } from './testing-connections'

const TOKEN = 'the-token-of-this-test'
const MANY = 500
const MB = 1024 * 1024
const gateway = openGateway({
  metricsToken: TOKEN,
  limits: { visits: 4, waitingVisits: 8, renders: 2, queueTimeout: 5_000, memory: 2 * MB },
})
const html = { 'content-type': 'text/html; charset=utf-8' }
const ours = { 'Sec-Fetch-Site': 'same-origin' }

/** Opens many connections, has something done with them, sees that others notice nothing, and that none is left. */
async function withConnections(
  work: (connections: TestConnection[]) => Promise<void>,
  options = {},
): Promise<void> {
  const before = openSockets()
  const connections = await Promise.all(Array.from({ length: MANY }, () => openConnection(gateway, options)))
  await work(connections)
  for (const { socket } of connections) socket.destroy()
  await until(() => openSockets() <= before + 2)
  await othersNoticeNothing()
}

/** Other readers get what they asked for: a remembered page, a new one, and a page of their own. */
async function othersNoticeNothing(): Promise<void> {
  const [remembered, fresh, own] = await Promise.all([
    ask(gateway, '/wiki/Others'),
    ask(gateway, `/wiki/New-${Math.random()}`),
    ask(gateway, '/account'),
  ])
  expect([remembered.status, fresh.status, own.status]).toEqual([200, 200, 200])
  expect(own.headers['cache-control']).toBe('private, no-store')
}

/** What the gateway says of itself. */
async function figure(name: string): Promise<number> {
  const { body } = await ask(gateway, '/metrics', { headers: { authorization: `Bearer ${TOKEN}` } })
  const lines = body.split('\n').filter((line) => line.startsWith(name))
  if (lines.length === 0) throw new Error(`no figure called ${name}`)
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
}

/** What answers end with from now on, one after the other. */
function bodiesSent(): unknown[] {
  const bodies: unknown[] = []
  const { end } = http.ServerResponse.prototype
  vi.spyOn(http.ServerResponse.prototype, 'end').mockImplementation(function (
    this: http.ServerResponse,
    ...given: unknown[]
  ) {
    bodies.push(given[0])
    return Reflect.apply(end, this, given)
  })
  return bodies
}

afterEach(() => void vi.restoreAllMocks())

describe(`${MANY} connections`, () => {
  it('on which a request comes byte by byte: each is answered in the end, and others meanwhile', async () => {
    versioned('entry:slow')
    const request = head('GET /wiki/Slow')
    await withConnections(async (connections) => {
      for (const [at, byte] of [...request].entries()) {
        for (const connection of connections) connection.write(byte)
        if (at % 8 === 0) await othersNoticeNothing()
      }
      await Promise.all(connections.map((connection) => connection.waitFor(/version 1/)))
    })
    expect(behind.renders.filter((path) => path === '/wiki/Slow')).toHaveLength(1)
  })

  it('on which a body comes byte by byte: none holds a place in which others wait', async () => {
    behind.handler = async (req, res) => {
      const chunks: Buffer[] = []
      for await (const chunk of req) chunks.push(chunk as Buffer)
      res.writeHead(200, html).end(`heard ${Buffer.concat(chunks)}`)
    }
    await withConnections(async (connections) => {
      for (const connection of connections)
        connection.write(head('POST /sign-in', { ...ours, 'Content-Length': '10' }))
      for (const byte of '012345678') {
        for (const connection of connections) connection.write(byte)
        await othersNoticeNothing()
      }
      for (const connection of connections.slice(0, 8)) connection.write('9')
      await Promise.all(connections.slice(0, 8).map((connection) => connection.waitFor(/heard 0123456789/)))
    })
  })

  it('on which nobody takes the answer: the bytes are held once for all of them, and each gets them whole', async () => {
    const page = 'x'.repeat(MB)
    behind.handler = async (_, res) => void res.writeHead(200, html).end(page)
    await ask(gateway, '/wiki/Long')
    await withConnections(
      async (connections) => {
        const bodies = bodiesSent()
        for (const connection of connections) connection.write(head('GET /wiki/Long'))
        const long = () => bodies.filter((body) => Buffer.isBuffer(body) && body.length >= MB)
        await until(() => long().length === MANY)
        await othersNoticeNothing()
        // One for each time that the page was rendered, and none for each connection.
        expect(behind.renders.length).toBeLessThan(MANY / 10)
        expect(new Set(long()).size).toBeLessThanOrEqual(behind.renders.length)
        for (const { socket } of connections.slice(0, 5)) {
          let length = 0
          socket.on('readable', () => {
            for (let piece = socket.read(1); piece !== null && length < 100; piece = socket.read(1))
              length += piece.length
            length += socket.read()?.length ?? 0
          })
          await until(() => length > page.length)
        }
      },
      { isDeaf: true },
    )
  })
})

describe('a body of a gigabyte', () => {
  const GIGABYTE = 1024 * MB

  it('that says so is refused before it comes', async () => {
    behind.handler = async (_, res) => void res.end('never')
    const connection = await openConnection(gateway)
    connection.write(head('POST /sign-in', { ...ours, 'Content-Length': String(GIGABYTE) }))
    expect(statusesIn(await connection.waitFor(/too long/i))).toEqual([413])
    connection.socket.destroy()
    expect(behind.renders).toEqual([])
  })

  it('that does not say so is refused when it is too long, and cut off soon after', async () => {
    behind.handler = async (_, res) => void res.writeHead(200, html).end()
    const piece = Buffer.alloc(64 * 1024, 'x')
    const chunk = Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')])
    const connection = await openConnection(gateway)
    let sent = 0
    connection.write(head('POST /sign-in', { ...ours, 'Transfer-Encoding': 'chunked' }))
    while (!connection.socket.destroyed && sent < GIGABYTE) {
      sent += chunk.length
      if (!connection.socket.write(chunk))
        await new Promise((resolve) => {
          connection.socket.once('drain', resolve)
          connection.socket.once('close', resolve)
        })
      if (sent % (4 * MB) < chunk.length) await othersNoticeNothing()
    }
    expect(statusesIn(connection.received())).toEqual([413])
    expect(sent).toBeLessThan(64 * MB)
    expect(behind.renders).not.toContain('/sign-in')
  })
})

describe('ten thousand queries of one page', () => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 20 })
  const asked = (path: string) =>
    new Promise<number>((resolve, reject) => {
      http
        .get({ port: gateway.port, path, agent }, (answer) => {
          answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
        })
        .on('error', reject)
    })
  const allOf = async (paths: string[]) => {
    const statuses = new Set<number>()
    while (paths.length > 0)
      for (const status of await Promise.all(paths.splice(0, 100).map(asked))) statuses.add(status)
    return [...statuses]
  }

  it('that it does not know are one page, rendered once', async () => {
    versioned('entry:queried')
    await ask(gateway, '/wiki/Queried')
    const before = await figure('loreleaf_memory_bytes')
    expect(await allOf(Array.from({ length: 10_000 }, (_, n) => `/wiki/Queried?q${n}=${n}`))).toEqual([200])
    expect(behind.renders).toEqual(['/wiki/Queried'])
    expect(await figure('loreleaf_memory_bytes')).toBe(before)
  })

  it('that it knows are as many pages, and no more of them are remembered than there is room for', async () => {
    const page = 'x'.repeat(20_000)
    behind.handler = async (_, res) => void res.writeHead(200, html).end(page)
    expect(await allOf(Array.from({ length: 400 }, (_, n) => `/recent?before=${n + 1}`))).toEqual([200])
    expect(await figure('loreleaf_memory_bytes')).toBeLessThanOrEqual(3 * MB)
    await othersNoticeNothing()
  })

  it('are closed behind whoever asked', () => agent.destroy())
})

describe('who hangs up', () => {
  it('while he asks, while he is answered, or before, takes no place along', async () => {
    let running = 0
    let mayAnswer = signal()
    behind.handler = async (_, res) => {
      running += 1
      await mayAnswer.given
      res.writeHead(200, html).end('x'.repeat(200_000))
      running -= 1
    }
    const begun = async (connection?: TestConnection) => {
      mayAnswer.give()
      await connection?.waitFor(/200 OK/)
    }
    for (let n = 0; n < 30; n += 1) {
      mayAnswer = signal()
      const connections = await Promise.all(Array.from({ length: 4 }, () => openConnection(gateway)))
      const [early, half, own, shared] = connections
      early?.write('GET /wiki/Nev')
      half?.write(`${head('POST /sign-in', { ...ours, 'Content-Length': '100' })}half of it`)
      own?.write(head('GET /account'))
      shared?.write(head(`GET /wiki/Left-${n}`))
      if (n % 3 === 1) await until(() => running > 0)
      if (n % 3 === 2) await begun(own)
      for (const { socket } of connections) n % 2 === 0 ? socket.destroy() : socket.resetAndDestroy()
      mayAnswer.give()
    }
    await until(() => running === 0)
    await othersNoticeNothing()
    for (const limiter of ['loreleaf_running', 'loreleaf_waiting']) expect(await figure(limiter)).toBe(0)
  })
})
