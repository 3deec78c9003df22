import net from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/db/postgres/testing'
import { markFailed, recordDependency } from '@/lib/cache/dependencies'
import { startGateway } from './start'
import { ask, change, inThisProcess, SECRET, until } from './testing'

/** A connection to the database that can go dead without being closed, as when a cable is pulled. */
function startNetwork(target: URL) {
  const state = { isDead: false, sockets: new Set<net.Socket>() }
  const server = net.createServer((near) => {
    const far = net.connect(Number(target.port), target.hostname)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      state.sockets.add(from)
      from.on('data', (bytes) => !state.isDead && to.write(bytes))
      from.on('close', () => to.destroy())
      from.on('error', () => {})
    }
  })
  return { state, server }
}

let network: ReturnType<typeof startNetwork>
let gateway: Awaited<ReturnType<typeof startGateway>>
const text = { version: 1, fails: false, renders: 0 }

beforeAll(async () => {
  const { url } = await createTestDatabase()
  network = startNetwork(new URL(url))
  await new Promise<void>((resolve) => network.server.listen(0, resolve))
  const through = new URL(url)
  through.hostname = '127.0.0.1'
  through.port = String((network.server.address() as net.AddressInfo).port)
  gateway = await startGateway({
    port: 0,
    secret: SECRET,
    databaseUrl: through.href,
    trustedProxies: 0,
    limits: { heartbeatInterval: 100, heartbeatTimeout: 1_000 },
    renderers: inThisProcess(async (_, res) => {
      recordDependency('entry:1')
      text.renders += 1
      if (text.fails) markFailed()
      res.writeHead(200, { 'content-type': 'text/html' }).end(`version ${text.version}`)
    }),
  })
})

afterAll(async () => {
  network.state.isDead = false
  await gateway.close()
  for (const socket of network.state.sockets) socket.destroy()
  network.server.close()
})

describe('when no heartbeat comes back', () => {
  it('remembers while heartbeats come back', async () => {
    await until(async () => (await ask(gateway, '/wiki/A')) && text.renders > 0)
    const { renders } = text
    for (let n = 0; n < 3; n += 1) expect((await ask(gateway, '/wiki/A')).body).toBe('version 1')
    expect(text.renders).toBe(renders)
  })

  it('shows what is rendered now, for a change that nobody told of could hide in memory', async () => {
    network.state.isDead = true
    text.version = 2
    await change(['entry:1'])
    await until(async () => (await ask(gateway, '/wiki/A')).body === 'version 2')
    const { renders } = text
    for (let n = 1; n <= 3; n += 1) {
      text.version += 1
      expect((await ask(gateway, '/wiki/A')).body).toBe(`version ${text.version}`)
      expect(text.renders).toBe(renders + n)
    }
  })

  it('still shows what it last knew when nothing can be rendered', async () => {
    text.fails = true
    expect(await ask(gateway, '/wiki/A')).toMatchObject({ status: 200, body: `version ${text.version}` })
    expect((await ask(gateway, '/wiki/Never-seen')).status).toBe(503)
  })

  it('forgets everything when heartbeats come back again, and remembers anew', async () => {
    for (const socket of network.state.sockets) socket.destroy()
    network.state.isDead = false
    await until(async () => (await ask(gateway, '/wiki/A')).status === 503)
    text.fails = false
    text.version = 9
    await until(async () => {
      const { renders } = text
      const { body } = await ask(gateway, '/wiki/A')
      return body === 'version 9' && text.renders === renders
    })
  })
})
