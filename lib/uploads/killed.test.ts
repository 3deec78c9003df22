import postgres from 'postgres'
import { expect, inject, test } from 'vitest'
import { createTestDatabase } from '@/db/postgres/testing'
import { openTestStore } from '@/lib/media/testing'
import { uploadStorm } from './testing-storm'

await createTestDatabase()
openTestStore()

/** All connections of this database end, as they do when it is killed. */
async function endConnections(): Promise<void> {
  const admin = postgres(`${inject('cluster').admin}/postgres`, { max: 1, onnotice: () => {} })
  const name = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1)
  await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`
  await admin.end()
}

test('what was acknowledged is there, and nothing is half there, whatever is killed meanwhile', async () => {
  const storm = await uploadStorm(8, { rounds: 1, killDatabase: endConnections })
  expect(storm).toMatchObject({
    kills: { app: 1, decoder: 1, database: 1, worker: 1 },
    ...{ acknowledged: 8, lost: 0, rowsWithoutBytes: 0, staged: 0 },
  })
}, 120_000)
