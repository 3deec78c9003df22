import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { primary, reads, transaction } from './client'
import { setting } from './schema/wiki'
import { createTestDatabase } from './testing'

await createTestDatabase()

const PLAIN = 1000
const WRITES = 300

test('a thousand plain queries and hundreds of transactions queued at once: nothing hangs, nothing is lost', async () => {
  const acknowledged: string[] = []
  const plain = Array.from({ length: PLAIN }, (_, i) =>
    (i % 2 ? reads() : primary()).execute(sql`select ${i}::int as i`),
  )
  const writes = Array.from({ length: WRITES }, (_, i) =>
    transaction(async (tx) => {
      await tx.insert(setting).values({ key: `storm ${i}`, value: i })
      await tx.execute(sql`select pg_sleep(0.002)`)
      return `storm ${i}`
    }).then((key) => acknowledged.push(key)),
  )
  await Promise.all([...plain, ...writes])
  const kept = await reads().select({ key: setting.key }).from(setting)
  expect(acknowledged).toHaveLength(WRITES)
  expect(kept.map(({ key }) => key).sort()).toEqual(acknowledged.sort())
  const hanging = await reads().execute(
    sql`select pid from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`,
  )
  expect(hanging).toHaveLength(0)
})

test('what throws inside a transaction leaves nothing', async () => {
  const failing = transaction(async (tx) => {
    await tx.insert(setting).values({ key: 'regretted', value: 1 })
    throw new Error('second thoughts')
  })
  await expect(failing).rejects.toThrow('second thoughts')
  expect(await reads().select().from(setting).where(sql`key = 'regretted'`)).toEqual([])
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
