import { beforeAll, describe, expect, test } from 'vitest'
import { transaction } from '@/db/client'
import { ensureSystemAccount } from '@/db/queries/accounts'
import { insertAnswer } from '@/db/queries/answers'
import { isTurnToKeepHouse } from '@/db/queries/locks'
import { changeRows, createTestDatabase, readRows } from '@/db/testing'
import { keepHouse } from './housekeeping'

describe('keeping house', () => {
  beforeAll(async () => {
    await createTestDatabase()
  })

  test('forgets answers after 30 days and keeps younger ones', async () => {
    await transaction(async (tx) => {
      const accountId = await ensureSystemAccount(tx, { name: 'Loreleaf', nameKey: 'loreleaf' })
      for (const key of ['young-answer', 'old-answer']) {
        await insertAnswer(tx, { accountId, key, bodyHash: 'hash', answer: {} })
      }
    })
    await changeRows(`update answer set created_at = now() - interval '31 days' where key = 'old-answer'`)
    await keepHouse()
    expect(await readRows('select key from answer')).toEqual([{ key: 'young-answer' }])
  })

  test('forgets cache events after a day', async () => {
    await changeRows(
      `insert into cache_event (id, tags, at) values (1, '{}', now() - interval '2 days'), (2, '{}', now())`,
    )
    await keepHouse()
    expect(await readRows('select id::int from cache_event')).toEqual([{ id: 2 }])
  })

  test('is done by one of several at once, and by nobody while another is at it', async () => {
    await changeRows(`insert into cache_event (id, tags, at) values (3, '{}', now() - interval '2 days')`)
    const old = `select id::int from cache_event where at < now() - interval '1 day'`
    await transaction(async (tx) => {
      expect(await isTurnToKeepHouse(tx)).toBe(true)
      await keepHouse()
      expect(await readRows(old)).toEqual([{ id: 3 }])
    })
    await Promise.all(Array.from({ length: 5 }, keepHouse))
    expect(await readRows(old)).toEqual([])
  })
})
