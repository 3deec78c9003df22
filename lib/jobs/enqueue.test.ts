import { resolve } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { countJobs } from '@/db/jobs/jobs'
import { primary, transaction } from '@/db/postgres/client'
import { migrateDatabase } from '@/db/postgres/migrate'
import { createEmptyDatabase, createTestDatabase, readJobs } from '@/db/postgres/testing'
import { inside } from '@/lib/transfer/backup/testing'
import { doJobs } from '@/lib/worker/testing'
import { enqueue, type Queueing } from './enqueue'

const sent = vi.hoisted(() => vi.fn<(payload: { mailId: number }) => Promise<void>>())
vi.mock('@/lib/worker/tasks/send-mail', () => ({ sendOwedMail: sent }))

const queue = (mailId: number, how?: Queueing) =>
  transaction(async (tx) => enqueue(tx, 'send-mail', { mailId }, how))

const queued = () =>
  readJobs(`select p.payload, j.key, j.attempts, j.max_attempts from jobs.jobs j join jobs._private_jobs p using (id)
    order by id`)

beforeAll(createTestDatabase)
beforeEach(async () => {
  sent.mockReset()
  await readJobs('delete from jobs._private_jobs')
})

describe('a job', () => {
  test('is done once the transaction that queues it commits', async () => {
    await transaction(async (tx) => {
      enqueue(tx, 'send-mail', { mailId: 7 })
      expect(await queued()).toEqual([])
    })
    await doJobs()
    expect(sent.mock.calls).toEqual([[{ mailId: 7 }]])
    expect(await queued()).toEqual([])
  })

  test('is never done where that is rolled back', async () => {
    const failing = transaction(async (tx) => {
      enqueue(tx, 'send-mail', { mailId: 7 })
      throw new Error('after all, no')
    })
    await expect(failing).rejects.toThrow('after all, no')
    expect(await queued()).toEqual([])
  })

  test('carries the ids of its task and nothing else', async () => {
    for (const payload of [{}, { mailId: 'reader@example.org' }, { mailId: 1.5 }, { mailId: 1, secret: 2 }]) {
      const wrong = transaction(async (tx) => enqueue(tx, 'send-mail', payload as never))
      await expect(wrong, JSON.stringify(payload)).rejects.toThrow('no payload of the task send-mail')
    }
    expect(await queued()).toEqual([])
  })

  test('of a key takes the place of the one that waits, or leaves it where only one is wanted', async () => {
    await queue(1, { key: 'a' })
    await queue(2, { key: 'a' })
    await queue(3, { key: 'a', isOnlyIfAbsent: true })
    expect(await queued()).toMatchObject([{ key: 'a', payload: { mailId: 2 } }])
  })

  test('may be put off', async () => {
    await queue(1, { runAt: new Date(Date.now() + 60_000) })
    await doJobs()
    expect(sent).not.toHaveBeenCalled()
  })

  test('that fails is tried again, ever later; the queue keeps nothing of what it failed of', async () => {
    sent.mockRejectedValue(new TypeError('reader@example.org is not there'))
    await queue(1)
    await doJobs()
    const [job] = await readJobs(`select attempts::int, max_attempts::int, last_error,
      extract(epoch from run_at - now())::float as wait from jobs.jobs`)
    expect(job).toMatchObject({ attempts: 1, max_attempts: 20 })
    expect(job?.last_error).not.toContain('reader')
    expect(job?.wait).toBeGreaterThan(1)
    await readJobs('update jobs._private_jobs set run_at = now()')
    await doJobs()
    const [again] = await readJobs(`select extract(epoch from run_at - now())::float as wait from jobs.jobs`)
    expect(Number(again?.wait)).toBeGreaterThan(Number(job?.wait))
    await readJobs('update jobs._private_jobs set run_at = now()')
    sent.mockResolvedValue()
    await doJobs()
    expect(await queued()).toEqual([])
  })

  test('is counted by its task: what waits, what failed, what was given up, and how long the oldest has been due', async () => {
    for (const mailId of [1, 2, 3]) await queue(mailId)
    await readJobs(`update jobs._private_jobs set run_at = now() - interval '1 minute'
      where (payload->>'mailId')::int = 1`)
    await readJobs(
      `update jobs._private_jobs set attempts = 1, last_error = 'x' where (payload->>'mailId')::int = 2`,
    )
    await readJobs(
      `update jobs._private_jobs set attempts = max_attempts where (payload->>'mailId')::int = 3`,
    )
    const [count] = await countJobs(primary())
    expect(count).toMatchObject({ task: 'send-mail', queued: 2, retried: 1, failed: 1 })
    expect(count?.oldest).toBeGreaterThanOrEqual(60)
  })
})

describe('where there is no role for the jobs', () => {
  test.each([
    ['the one that owns the tables owns them, too', false],
    ['one may do everything', true],
  ])('%s', async (_, isAlone) => {
    const { url, migrationUrl } = await createEmptyDatabase()
    const applicationUrl = isAlone ? migrationUrl : url
    await migrateDatabase({ migrationUrl, applicationUrl, folder: resolve('drizzle') })
    await inside({ url: applicationUrl, migrationUrl, workerUrl: migrationUrl }, async () => {
      await queue(9)
      expect(await countJobs(primary())).toMatchObject([{ task: 'send-mail', queued: 1 }])
      await doJobs()
      expect(sent.mock.calls).toEqual([[{ mailId: 9 }]])
    })
  })
})
