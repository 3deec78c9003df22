import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { closeClients, reads, transaction } from '@/db/postgres/client'
import { migrateDatabase } from '@/db/postgres/migrate'
import { findSettings, writeSettings } from '@/db/wiki/wiki'
import { announce } from '@/lib/cache/announce'
import { recordDependency } from '@/lib/cache/dependencies'
import { signEvent } from '@/lib/cache/saved'
import { startGateway } from '@/lib/gateway/http/start'
import { ask, inThisProcess, SECRET } from '@/lib/gateway/http/testing'
import { type Replicated, startReplicated } from '@/scripts/postgres/replicated'

const before = { ...process.env }
let servers: Replicated
let gateway: Awaited<ReturnType<typeof startGateway>>
/** Where each render has read, and what is done in its midst. */
const origins: string[] = []
let midst = async () => {}

beforeAll(async () => {
  servers = await startReplicated('wiki')
  Object.assign(process.env, servers.env)
  const { DATABASE_MIGRATION_URL: migrationUrl, DATABASE_URL } = servers.env
  await migrateDatabase({ migrationUrl, applicationUrl: DATABASE_URL, folder: resolve('drizzle') })
  gateway = await startGateway({
    port: 0,
    secret: SECRET,
    databaseUrl: DATABASE_URL,
    trustedProxies: 0,
    renderers: inThisProcess(async (_, res) => {
      recordDependency('version')
      const [row] = await reads().execute('select pg_is_in_recovery() as it')
      origins.push(row?.it ? 'replica' : 'primary')
      await midst()
      const version = (await findSettings(reads())).get('version')
      res.writeHead(200, { 'content-type': 'text/html' }).end(`version ${version}`)
    }),
  })
})

afterAll(async () => {
  await gateway.close()
  await closeClients()
  await servers.end()
  process.env = before
})

beforeEach(() => {
  origins.length = 0
  midst = async () => {}
})

/** Saves a version as every writer does; gives the cookie of who has just saved. */
async function save(version: number): Promise<string> {
  const event = await transaction(async (tx) => {
    await writeSettings(tx, { version })
    return announce(tx, ['version'])
  })
  return `loreleaf_saved=${signEvent(event, SECRET)}`
}

const read = async (path: string, cookie?: string) =>
  (await ask(gateway, path, { headers: cookie ? { cookie } : {} })).body

/** Returns once the standby has everything and is read from; each look is at a page of its own. */
async function caughtUp(): Promise<void> {
  for (let tries = 0; origins.at(-1) !== 'replica'; tries += 1) {
    if (tries > 500) throw new Error('the standby never caught up')
    await sleep(20)
    await read(`/wiki/Page_${Math.random()}`)
  }
  origins.length = 0
}

describe('a page made after an edit', () => {
  it('shows the edit, wherever it is read from, and soon that is the replica', async () => {
    for (let version = 1; version <= 40; version += 1) {
      const cookie = await save(version)
      expect(await read('/wiki/Edited', cookie)).toBe(`version ${version}`)
      await sleep(version * 2)
      expect(await read(`/wiki/Another_${version}`)).toBe(`version ${version}`)
    }
    await caughtUp()
    expect(await read('/wiki/Cold')).toBe('version 40')
    expect(origins).toEqual(['replica'])
  })

  it('shows it also while the replica replays nothing', async () => {
    await caughtUp()
    await servers.standby.replay(false)
    const cookie = await save(50)
    expect(await read('/wiki/Edited', cookie)).toBe('version 50')
    expect(await read('/wiki/Cold_too')).toBe('version 50')
    expect(origins).toEqual(['primary', 'primary'])
    await servers.standby.replay(true)
  })
})

describe('a private route', () => {
  it('reads from the primary, but for those that only show what is published', async () => {
    await save(60)
    await caughtUp()
    for (const path of ['/edit/A', '/api/me', '/review', '/account', '/search?q=a', '/api/suggest?q=a'])
      expect(await read(path)).toBe('version 60')
    expect(origins).toEqual(['primary', 'primary', 'primary', 'primary', 'replica', 'replica'])
  })

  it('reads from the primary for who has just saved, and whoever changes something', async () => {
    const cookie = await save(61)
    await caughtUp()
    expect(await read('/search?q=a', cookie)).toBe('version 61')
    const origin = `http://localhost:${gateway.port}`
    const headers = { origin, host: `localhost:${gateway.port}` }
    await ask(gateway, '/search?q=a', { method: 'POST', headers, body: 'a' })
    expect(origins).toEqual(['primary', 'primary'])
  })

  it('cannot be told by a visitor where to read', async () => {
    const headers = { 'x-loreleaf-position': '0/0' }
    await ask(gateway, '/edit/A', { headers })
    expect(origins).toEqual(['primary'])
  })
})

describe('a replica that goes away in the midst of it', () => {
  it('is seen by nobody: a page and a search are whole, and go on coming', async () => {
    await save(70)
    await caughtUp()
    midst = async () => {
      if (origins.length > 1) return
      await servers.standby.cluster.stop()
    }
    expect(await ask(gateway, '/wiki/In_the_midst')).toMatchObject({ status: 200, body: 'version 70' })
    expect(origins).toEqual(['replica', 'primary'])
    expect(await ask(gateway, '/search?q=in+the+midst')).toMatchObject({ status: 200, body: 'version 70' })
    const cookie = await save(71)
    expect(await read('/wiki/In_the_midst', cookie)).toBe('version 71')
    expect(origins).toEqual(['replica', 'primary', 'primary', 'primary'])
  })
})
