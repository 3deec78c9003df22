import { beforeAll, describe, expect, test } from 'vitest'
import { ensureSystemAccount } from '@/db/accounts/accounts'
import { insertAnswer } from '@/db/operations/answers'
import { transaction } from '@/db/postgres/client'
import { changeRows, createTestDatabase, readJobs, readRows } from '@/db/postgres/testing'
import { enqueue } from '@/lib/jobs/enqueue'
import { doJobs } from '@/lib/worker/testing'
import { forgetOld } from './forget-old'

describe('forgetting what is kept for a time', () => {
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
    await forgetOld()
    expect(await readRows('select key from answer')).toEqual([{ key: 'young-answer' }])
  })

  test('forgets cache events after a day', async () => {
    await changeRows(
      `insert into cache_event (id, tags, at) values (1, '{}', now() - interval '2 days'), (2, '{}', now())`,
    )
    await forgetOld()
    expect(await readRows('select id::int from cache_event')).toEqual([{ id: 2 }])
  })

  test('is done once, however many ask for it at once', async () => {
    await changeRows(`insert into cache_event (id, tags, at) values (3, '{}', now() - interval '2 days')`)
    const old = `select id::int from cache_event where at < now() - interval '1 day'`
    const ask = () => transaction(async (tx) => enqueue(tx, 'forget-old', {}, { key: 'forget-old' }))
    await Promise.all(Array.from({ length: 5 }, ask))
    expect(await readJobs('select task_identifier from jobs.jobs')).toEqual([
      { task_identifier: 'forget-old' },
    ])
    expect(await readRows(old)).toEqual([{ id: 3 }])
    await doJobs()
    expect(await readRows(old)).toEqual([])
  })

  test('forgets mails that nobody could send after two days, and jobs that were given up after thirty', async () => {
    const [account] = await readRows('select id from account')
    await changeRows(`insert into owed_mail (account_id, purpose, address, created_at) values
      (${account?.id}, 'password_changed', 'old@example.org', now() - interval '3 days'),
      (${account?.id}, 'password_changed', 'young@example.org', now())`)
    await transaction(async (tx) => {
      for (const mailId of [1, 2, 3]) enqueue(tx, 'send-mail', { mailId })
    })
    const mail = `(payload->>'mailId')::int`
    await readJobs(`update jobs._private_jobs set attempts = max_attempts where ${mail} < 3`)
    await readJobs(`alter table jobs._private_jobs disable trigger all`)
    await readJobs(`update jobs._private_jobs set updated_at = now() - interval '31 days' where ${mail} <> 2`)
    await forgetOld()
    expect(await readRows('select address from owed_mail')).toEqual([{ address: 'young@example.org' }])
    expect(await readJobs(`select ${mail} as mail from jobs._private_jobs order by 1`)).toEqual([
      { mail: 2 },
      { mail: 3 },
    ])
  })
})
