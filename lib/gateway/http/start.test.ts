import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/db/postgres/testing'
import type { Handler } from '@/lib/gateway/renderers/protocol'
import { startGateway } from './start'
import { ask, inThisProcess, SECRET, signal } from './testing'

let databaseUrl: string
const open = (handler: Handler, port = 0) =>
  startGateway({
    port,
    secret: SECRET,
    databaseUrl,
    trustedProxies: 0,
    renderers: inThisProcess(handler),
    limits: { drain: 3_000 },
  })

/** The folders of gateways that are open: this file has a place for them of its own. */
const folder = mkdtempSync(join(tmpdir(), 'gateways-'))
const folders = () => readdirSync(folder)

beforeAll(async () => {
  process.env.TMPDIR = folder
  databaseUrl = (await createTestDatabase()).url
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('closing the gateway', () => {
  it('finishes what is under way, lets nobody else in, and leaves nothing behind', async () => {
    const [hasBegun, mayFinish] = [signal(), signal()]
    const gateway = await open(async (_, res) => {
      hasBegun.give()
      await mayFinish.given
      res.end('finished')
    })
    expect(folders()).toHaveLength(1)
    const asked = ask(gateway, '/wiki/A')
    await hasBegun.given
    const closed = gateway.close()
    await expect(ask(gateway, '/wiki/B')).rejects.toThrow('ECONNREFUSED')
    mayFinish.give()
    expect((await asked).body).toBe('finished')
    await closed
    expect(folders()).toEqual([])
  })

  it('tells who asks on a connection that is still open that it is about to be gone', async () => {
    const [hasBegun, mayFinish] = [signal(), signal()]
    const gateway = await open(async (_, res) => {
      hasBegun.give()
      await mayFinish.given
      res.end('finished')
    })
    const connection = connect(gateway.port)
    const received: Buffer[] = []
    connection.on('data', (piece) => received.push(piece))
    const ended = once(connection, 'close')
    const get = (path: string) => connection.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
    get('/wiki/A')
    await hasBegun.given
    const closed = gateway.close()
    get('/api/health')
    await new Promise((resolve) => setTimeout(resolve, 100))
    mayFinish.give()
    await Promise.all([closed, ended])
    const answers = Buffer.concat(received).toString()
    expect(answers).toMatch(/^HTTP\/1.1 200 .*finished.*HTTP\/1.1 503 .*connection: close/is)
  })

  it('does not wait for ever for who never finishes', async () => {
    const hasBegun = signal()
    const gateway = await open(() => {
      hasBegun.give()
      return new Promise(() => {})
    })
    const asked = ask(gateway, '/review').catch(() => 'cut off')
    await hasBegun.given
    await gateway.close()
    expect(await asked).toBe('cut off')
  })
})

it('does not open where somebody listens already, and leaves nothing behind then either', async () => {
  const first = await open(async (_, res) => void res.end())
  await expect(open(async () => {}, first.port)).rejects.toThrow('EADDRINUSE')
  expect(folders()).toHaveLength(1)
  await first.close()
})

it('opens without a database, and then remembers nothing', async () => {
  let renders = 0
  const gateway = await startGateway({
    port: 0,
    secret: SECRET,
    databaseUrl: 'postgres://nobody@127.0.0.1:1/none',
    trustedProxies: 0,
    renderers: inThisProcess(async (_, res) => {
      renders += 1
      res.end(`render ${renders}`)
    }),
  })
  expect((await ask(gateway, '/wiki/A')).body).toBe('render 1')
  expect((await ask(gateway, '/wiki/A')).body).toBe('render 2')
  await gateway.close()
})
