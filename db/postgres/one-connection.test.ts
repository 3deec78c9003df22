import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { primary, reads, transaction } from './client'
import { overOneConnection } from './one-connection'
import { createTestDatabase } from './testing'

await createTestDatabase()

/** The process of the database that answers. */
const answering = async (db = reads()): Promise<number> => {
  const [row] = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
  return row?.pid ?? 0
}

/** What three statements are answered by that are sent together, and one after them. */
const readPage = async () => [
  ...(await Promise.all([answering(), answering(), answering()])),
  await answering(),
]

test('what one piece of work reads comes over one connection, and the next one finds it again', async () => {
  const first = new Set(await overOneConnection(readPage))
  const second = new Set(await overOneConnection(readPage))
  expect(first.size).toBe(1)
  expect(second).toEqual(first)
})

test('two at once do not wait for each other', async () => {
  const { waiting, quick } = await transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(1)`)
    const waiting = overOneConnection(() =>
      reads().execute<{ pid: number }>(sql`select pg_backend_pid() as pid from pg_advisory_xact_lock(1)`),
    )
    return { waiting, quick: await overOneConnection(readPage) }
  })
  const [row] = await waiting
  expect(quick).not.toContain(row?.pid)
})

test('a statement that fails takes no other with it, and the connection is free again', async () => {
  const [failed, others] = await overOneConnection(() =>
    Promise.all([
      reads()
        .execute(sql`select 1 / 0`)
        .then(
          () => 'answered',
          () => 'failed',
        ),
      readPage(),
    ]),
  )
  expect(failed).toBe('failed')
  await expect(overOneConnection(() => Promise.reject(new Error('the page broke')))).rejects.toThrow('broke')
  expect(new Set([...others, ...(await overOneConnection(readPage))]).size).toBe(1)
})

test('outside of such work, and where the latest commit must be seen, other connections are used', async () => {
  const [own] = await overOneConnection(readPage)
  expect(await answering()).not.toBe(own)
  expect(await overOneConnection(() => answering(primary() as never))).not.toBe(own)
})
