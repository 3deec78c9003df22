import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Replicated, startReplicated } from '@/scripts/postgres/replicated'
import type { Standby } from '@/scripts/postgres/standby'
import { setting } from '../../wiki/schema'
import { closeClients, primary, reads, transaction } from '../client'
import { migrateDatabase } from '../migrate'
import { readingAtLeast } from './reading-at-least'

const NAME = 'wiki'
let servers: Replicated
let standby: Standby
const before = { ...process.env }

beforeAll(async () => {
  servers = await startReplicated(NAME)
  standby = servers.standby
  Object.assign(process.env, servers.env)
  const { DATABASE_MIGRATION_URL: migrationUrl, DATABASE_URL: applicationUrl } = servers.env
  await migrateDatabase({ migrationUrl, applicationUrl, folder: resolve('drizzle') })
})

afterAll(async () => {
  await closeClients()
  await servers.end()
  process.env = before
})

beforeEach(() => closeClients())

/** Where a statement is answered. */
async function whoAnswers(): Promise<'replica' | 'primary'> {
  const [row] = await reads().execute(sql`select pg_is_in_recovery() as it`)
  return row?.it ? 'replica' : 'primary'
}

let saved = 0

/** Commits something; gives what it is called and where the log is afterwards. */
async function save(): Promise<{ key: string; position: string }> {
  saved += 1
  const key = `saved ${saved}`
  await transaction((tx) => tx.insert(setting).values({ key, value: saved }))
  const [row] = await primary().execute(sql`select pg_current_wal_insert_lsn() as at`)
  return { key, position: String(row?.at) }
}

const isThere = async (key: string) =>
  (await reads().select().from(setting).where(sql`key = ${key}`)).length === 1

/** Returns once the standby has what was committed so far. */
async function caughtUp(position: string): Promise<void> {
  while ((await readingAtLeast(position, whoAnswers)) !== 'replica') await sleep(20)
}

describe('a request', () => {
  it('reads from the replica when that has every event that was received, and only then', async () => {
    const { key, position } = await save()
    await caughtUp(position)
    expect(await readingAtLeast(position, () => isThere(key))).toBe(true)
    expect(await readingAtLeast('FFFFFFFF/0', whoAnswers)).toBe('primary')
    expect(await readingAtLeast(position, whoAnswers)).toBe('replica')
  })

  it('reads from the primary when it is told to, is told nothing, or nonsense', async () => {
    const { position } = await save()
    await caughtUp(position)
    for (const told of ['primary', undefined, '', '0/0; drop table', '1/2/3'])
      expect(await readingAtLeast(told, whoAnswers)).toBe('primary')
  })

  it('sees everything before its position while many save and many read at once', async () => {
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let round = 0; round < 25; round += 1) {
          const { key, position } = await save()
          expect(await readingAtLeast(position, () => isThere(key))).toBe(true)
          // However late the standby is, some of it is read there.
          if (round % 12 === 0) await caughtUp(position)
          expect(await readingAtLeast(position, () => isThere(key))).toBe(true)
        }
      }),
    )
  })

  it('decides on the primary all the same', async () => {
    const { position } = await save()
    await caughtUp(position)
    const inRecovery = sql`select pg_is_in_recovery() as it`
    await readingAtLeast(position, async () => {
      expect(await whoAnswers()).toBe('replica')
      expect((await primary().execute(inRecovery))[0]?.it).toBe(false)
      expect(await transaction(async (tx) => (await tx.execute(inRecovery))[0]?.it)).toBe(false)
    })
    expect(await whoAnswers()).toBe('primary')
  })

  it('asks the replica nothing that it knows already', async () => {
    const { position } = await save()
    await caughtUp(position)
    const asked = async () => {
      const admin = postgres(`${standby.urls.admin}/${NAME}`, { max: 1 })
      const [row] = await admin`
        select query_start as at from pg_stat_activity where query ilike '%select pg_last_wal_replay_lsn%' and pid <> pg_backend_pid()`
      await admin.end()
      return String(row?.at)
    }
    const first = await asked()
    for (let n = 0; n < 20; n += 1) await readingAtLeast(position, async () => n)
    expect(first).not.toBe('undefined')
    expect(await asked()).toBe(first)
  })
})

describe('what fails on the replica', () => {
  it('is done once more on the primary, whether it throws or says so', async () => {
    const { position } = await save()
    await caughtUp(position)
    const tried: string[] = []
    const failing = async () => {
      tried.push(await whoAnswers())
      return tried.at(-1)
    }
    expect(await readingAtLeast(position, failing, (who) => who === 'replica')).toBe('primary')
    const throwing = async () => {
      if ((await failing()) === 'replica') throw new Error('not here')
      return 'done'
    }
    expect(await readingAtLeast(position, throwing)).toBe('done')
    expect(tried).toEqual(['replica', 'primary', 'replica', 'primary'])
    await expect(readingAtLeast('primary', async () => Promise.reject(new Error('nowhere')))).rejects.toThrow(
      'nowhere',
    )
  })

  it('counts as failed when a connection was lost meanwhile, though nothing threw', async () => {
    const { position } = await save()
    await caughtUp(position)
    const origins: string[] = []
    await readingAtLeast(position, async () => {
      origins.push(await whoAnswers())
      if (origins.length > 1) return
      const admin = postgres(`${standby.urls.admin}/${NAME}`, { max: 1 })
      await admin`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'loreleaf_app'`
      await admin.end()
      await sleep(100)
    })
    expect(origins).toEqual(['replica', 'primary'])
    await caughtUp(position)
  })
})

describe('a replica', () => {
  it('that does not replay is passed by, and used again when it has caught up', async () => {
    await standby.replay(false)
    const { key, position } = await save()
    expect(await readingAtLeast(position, whoAnswers)).toBe('primary')
    expect(await readingAtLeast(position, () => isThere(key))).toBe(true)
    await standby.replay(true)
    await caughtUp(position)
    expect(await readingAtLeast(position, () => isThere(key))).toBe(true)
  })

  it('that is none is not read from', async () => {
    const replicaUrl = process.env.DATABASE_REPLICA_URL
    const { position } = await save()
    for (const url of [process.env.DATABASE_URL, 'postgres://nobody@127.0.0.1:1/none']) {
      process.env.DATABASE_REPLICA_URL = url
      expect(await readingAtLeast(position, whoAnswers)).toBe('primary')
    }
    process.env.DATABASE_REPLICA_URL = replicaUrl
  })

  it('that hangs is let go of, and what waited for it is done on the primary', async () => {
    const replicaUrl = new URL(process.env.DATABASE_REPLICA_URL ?? '')
    const line = await lineTo(Number(replicaUrl.port))
    process.env.DATABASE_REPLICA_URL = Object.assign(new URL(replicaUrl), { port: line.port }).href
    const { position } = await save()
    await caughtUp(position)
    line.hang()
    // None of them waits for an answer that never comes; together they would outlast what a test may take.
    for (let n = 0; n < 20; n += 1) expect(await readingAtLeast(position, whoAnswers)).toBe('primary')
    await closeClients(0)
    line.end()
    process.env.DATABASE_REPLICA_URL = replicaUrl.href
  })

  it('that ends in the midst of a request leaves it unharmed', async () => {
    const { key, position } = await save()
    await caughtUp(position)
    const origins: string[] = []
    const found = await readingAtLeast(position, async () => {
      origins.push(await whoAnswers())
      if (origins.length === 1) await standby.cluster.stop()
      return isThere(key)
    })
    expect(found).toBe(true)
    expect(origins).toEqual(['replica', 'primary'])
    expect(await readingAtLeast(position, () => isThere(key))).toBe(true)
  })
})

/** A way to a port of this machine that can be made to swallow whatever is sent. */
async function lineTo(port: number) {
  let hangs = false
  const sockets = new Set<Socket>()
  const pass = (from: Socket, to: Socket) => {
    sockets.add(from.on('data', (piece) => hangs || to.write(piece)).on('error', () => to.destroy()))
    from.on('close', () => hangs || to.destroy())
  }
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    pass(near, far)
    pass(far, near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: String((server.address() as AddressInfo).port),
    hang: () => {
      hangs = true
    },
    end: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
