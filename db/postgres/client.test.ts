import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { setting } from '../wiki/schema'
import { closeClients, primary, reads, transaction, withCommit } from './client'
import { prepared } from './prepared'
import { createTestDatabase } from './testing'

await createTestDatabase()

// Ten connections take a hundred statements each before they are full. Where one client serves both, the `begin` that
// fills a connection is not noticed to have begun a transaction, so what follows it is lost.
const PLAIN = 1000
const WRITES = 50

test('a thousand plain queries and a few transactions queued at once: nothing fails, hangs or is lost', async () => {
  await Promise.all(Array.from({ length: 30 }, () => reads().execute(sql`select pg_sleep(0.01)`)))

  const plain = Array.from({ length: PLAIN }, (_, i) =>
    begun((i % 2 ? reads() : primary()).execute(sql`select 1`)),
  )
  // drizzle hands statements on some microtasks later; transactions at once. These must come last.
  for (let tick = 0; tick < 20; tick++) await undefined
  const writes = Array.from({ length: WRITES }, (_, i) =>
    transaction(async (tx) => {
      await tx.insert(setting).values({ key: `storm ${i}`, value: i })
      return `storm ${i}`
    }),
  )
  const acknowledged = await Promise.all(writes)
  await Promise.all(plain)

  const kept = await reads().select({ key: setting.key }).from(setting)
  expect(kept.map(({ key }) => key).sort()).toEqual(acknowledged.sort())
  const hanging = sql`select pid from pg_stat_activity where datname = current_database() and state like 'idle in%'`
  expect(await reads().execute(hanging)).toHaveLength(0)
})

/** A statement of drizzle is sent when somebody first waits for it. */
const begun = <T>(statement: PromiseLike<T>): Promise<T> =>
  new Promise((resolve, reject) => statement.then(resolve, reject))

test('what throws inside a transaction leaves nothing', async () => {
  const failing = transaction(async (tx) => {
    await tx.insert(setting).values({ key: 'regretted', value: 1 })
    throw new Error('second thoughts')
  })
  await expect(failing).rejects.toThrow('second thoughts')
  expect(await reads().select().from(setting).where(sql`key = 'regretted'`)).toEqual([])
})

const keep = prepared((db) =>
  db
    .insert(setting)
    .values({ key: sql.placeholder('key'), value: sql.placeholder('value') })
    .prepare('keep'),
)

test('what is sent with the commit is in the transaction: there with the rest of it, or nothing is', async () => {
  const write = (name: string) =>
    transaction(async (tx) => {
      await tx.insert(setting).values({ key: `${name} first`, value: 1 })
      withCommit(tx, () => keep(tx).execute({ key: `${name} last`, value: 1 }))
      return name
    })
  expect(await write('one')).toBe('one')
  await primary().insert(setting).values({ key: 'two last', value: 0 })
  await expect(write('two')).rejects.toMatchObject({ cause: { code: '23505' } })
  const kept = await reads().execute<{ key: string; xmin: string }>(
    sql`select key, xmin::text from setting where key like 'one %' or key like 'two %' order by key`,
  )
  expect(kept.map(({ key }) => key)).toEqual(['one first', 'one last', 'two last'])
  expect(kept[0]?.xmin).toBe(kept[1]?.xmin)
})

test('what goes on beside a part of a transaction that failed is not written after its rollback', async () => {
  for (let steps = 0; steps < 12; steps += 1) {
    let ended = (_: unknown) => {}
    const goesOn = new Promise((resolve) => {
      ended = resolve
    })
    const failing = transaction((tx) => {
      const others = async () => {
        for (let at = 0; at < 5; at += 1)
          await tx.insert(setting).values({ key: `beside ${steps} ${at}`, value: at })
      }
      others().then(ended, ended)
      const failed = async () => {
        await tx.execute(sql`select 1`)
        // Later, and at another moment each time.
        for (let step = 0; step < steps; step += 1) await undefined
        throw new Error('second thoughts')
      }
      return failed()
    })
    await expect(failing).rejects.toThrow('second thoughts')
    await goesOn
  }
  expect(await reads().select().from(setting).where(sql`key like 'beside%'`)).toEqual([])
})

test('while there is no database every statement fails soon, however long that has been so', async () => {
  const url = process.env.DATABASE_URL
  const noClient = new URL(url ?? '')
  noClient.port = '1'
  process.env.DATABASE_URL = noClient.href
  try {
    // The driver waits longer with every failure, unless it is told not to: ten waits would outlast what a test may take.
    for (let tries = 0; tries < 10; tries++) await expect(reads().execute(sql`select 1`)).rejects.toThrow()
  } finally {
    await closeClients(0)
    process.env.DATABASE_URL = url
  }
  expect(await reads().execute(sql`select 1`)).toHaveLength(1)
})

test('the types keep transactions off the clients of plain statements', () => {
  // @ts-expect-error: reads() may be a replica and shares its connections with plain statements
  const onReads = () => reads().transaction
  // @ts-expect-error: so does primary()
  const onPrimary = () => primary().transaction
  // @ts-expect-error: no transaction inside a transaction
  const nested = () => transaction((tx) => tx.transaction(async () => {}))
  // @ts-expect-error: what must be current cannot be read where a replica may answer
  const current: () => ReturnType<typeof primary> = () => reads()
  expect([onReads, onPrimary, nested, current]).toHaveLength(4)
})

test('without an address of a database there is one clear error', () => {
  const url = process.env.DATABASE_URL
  process.env.DATABASE_URL = ''
  expect(() => reads()).toThrow('DATABASE_URL is not set')
  process.env.DATABASE_URL = url
})
