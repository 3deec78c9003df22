import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { transaction } from '@/db/postgres/client'
import { changeRows, createTestDatabase } from '@/db/postgres/testing'
import { announce } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'
import type { Change } from '@/lib/gateway/changes/changes'
import { type Listener, startListener } from './listener'
import { change, until } from './testing'

let databaseUrl: string
let listener: Listener
/** Another client of the same role: it may end the gateway's connections. */
let same: postgres.Sql
const changes: Change[] = []
/** Longer than a test may take: who waits so long fails. */
const A_WHILE = 600_000

const everything = { tags: 'everything', isWithholding: true }
const start = () =>
  startListener({
    databaseUrl,
    onChange: (one) => changes.push(one),
    heartbeatInterval: 100,
    heartbeatTimeout: 1_000,
  })

/** Ends the gateway's connections, and returns when it knows. */
async function loseConnections(which = ''): Promise<void> {
  const killed = await same.unsafe(
    `select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'loreleaf gateway' and datname = current_database() ${which}`,
  )
  expect(killed.length).toBeGreaterThan(0)
  await until(() => !listener.isAlive())
}

beforeAll(async () => {
  const { url } = await createTestDatabase()
  databaseUrl = url
  same = postgres(url, { max: 1, onnotice: () => {} })
  listener = await start()
  await until(() => listener.isAlive())
})

afterAll(async () => {
  await listener.close()
  await same.end()
})

beforeEach(() => {
  changes.length = 0
})

/** Writes an event that nobody is told of. */
async function writeWithoutBody(tag: string, isWithholding = false): Promise<number> {
  const [row] = await same<{ id: string }[]>`
    insert into cache_event (id, tags, is_withholding)
    values (nextval('cache_event_id'), ${[tag]}, ${isWithholding}) returning id`
  return Number(row?.id)
}

describe('the listener', () => {
  it('understands what a release before this one says of titles', async () => {
    await writeWithoutBody('title:elle argent')
    await change(['recent'])
    await until(() => changes.length === 2)
    expect(changes.map(({ tags }) => tags)).toEqual([[tags.title('elle argent')], ['recent']])
  })

  it('receives every change once it is committed, in order, with its tags', async () => {
    const first = await change(['entry:1', 'recent'])
    const second = await change(['entry:2'], true)
    await listener.waitForEvent(second)
    expect(second).toBeGreaterThan(first)
    expect(changes).toEqual([
      { tags: ['entry:1', 'recent'], isWithholding: false },
      { tags: ['entry:2'], isWithholding: true },
    ])
  })

  it('receives nothing that was rolled back, and misses nothing of a storm', async () => {
    const undone = transaction(async (tx) => {
      await announce(tx, ['entry:undone'])
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    const writers = Array.from({ length: 60 }, (_, n) => change([`entry:${n}`]))
    const ids = await Promise.all(writers)
    await listener.waitForEvent(Math.max(...ids))
    expect(changes.map(({ tags }) => tags[0]).sort()).toEqual(ids.map((_, n) => `entry:${n}`).sort())
  })

  it('reads the table when a notification is late, so that a saver need not wait for it', async () => {
    await listener.waitForEvent(await writeWithoutBody('entry:quiet'))
    expect(changes).toEqual([{ tags: ['entry:quiet'], isWithholding: false }])
  })

  it('does not wait for an event that the database does not know', async () => {
    await listener.waitForEvent(1_000_000, A_WHILE)
  })

  it('reads in the table what it missed while its connections were lost, and forgets nothing else', async () => {
    await listener.waitForEvent(await change(['entry:before']))
    changes.length = 0
    // Untold, since it may be back before anything could be written behind its back.
    await writeWithoutBody('entry:missed')
    await writeWithoutBody('entry:withheld', true)
    await loseConnections()
    await until(() => listener.isAlive())
    expect(changes).toEqual([
      { tags: ['entry:missed'], isWithholding: false },
      { tags: ['entry:withheld'], isWithholding: true },
    ])
    await listener.waitForEvent(await change(['entry:after']))
    expect(changes.at(-1)).toEqual({ tags: ['entry:after'], isWithholding: false })
  })

  it('goes on when only the connection that listens is lost', async () => {
    await listener.waitForEvent(await change(['entry:before']))
    changes.length = 0
    await loseConnections(`and query ilike 'listen%'`)
    await change(['entry:missed'])
    await until(() => changes.length > 0)
    expect(changes).toEqual([{ tags: ['entry:missed'], isWithholding: false }])
    await until(() => listener.isAlive())
  })

  it.each([
    ['is no longer kept', `delete from cache_event where id = (select max(id) from cache_event)`],
    [
      'is another one now, as after a failover that lost the end',
      `update cache_event set at = at + interval '1 microsecond' where id = (select max(id) from cache_event)`,
    ],
  ])('forgets everything when the last event that it received %s', async (_, statement) => {
    await listener.waitForEvent(await change(['entry:before']))
    changes.length = 0
    await changeRows(statement)
    await loseConnections()
    await until(() => listener.isAlive())
    expect(changes).toEqual([everything])
    await listener.waitForEvent(await change(['entry:after']))
    expect(changes.at(-1)).toEqual({ tags: ['entry:after'], isWithholding: false })
  })

  it('knows that it receives nothing when the database does not answer, and waits no longer than it was told', async () => {
    const silent = await startListener({
      databaseUrl: 'postgres://nobody@127.0.0.1:1/none',
      onChange: () => {},
      heartbeatInterval: 50,
    })
    expect(silent.isAlive()).toBe(false)
    await silent.waitForEvent(1, 100)
    await silent.close()
  })

  it('leaves no connection behind when it is closed', async () => {
    await listener.close()
    await until(async () => {
      const [open] = await same`
        select count(*) from pg_stat_activity
        where application_name = 'loreleaf gateway' and datname = current_database()`
      return Number(open?.count) === 0
    })
    listener = await start()
  })
})
