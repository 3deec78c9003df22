import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { writeHeartbeat } from '@/db/jobs/jobs'
import { primary, transaction } from '@/db/postgres/client'
import { createTestDatabase, readJobs, readRows } from '@/db/postgres/testing'
import { enqueue } from '@/lib/jobs/enqueue'
import { runWorker } from './run-worker'

const sent = vi.hoisted(() => vi.fn<(payload: { mailId: number }) => Promise<void>>())
vi.mock('./tasks/send-mail', () => ({ sendOwedMail: sent }))

let workerUrl: string
beforeAll(async () => {
  workerUrl = (await createTestDatabase()).workerUrl
})
beforeEach(async () => {
  sent.mockReset()
  await readJobs('delete from jobs._private_jobs')
})

const queue = (mailId: number) => transaction(async (tx) => enqueue(tx, 'send-mail', { mailId }))
const mails = () =>
  readJobs(`select locked_by, attempts::int, (run_at < now() + interval '1 minute') as "isSoon" from jobs.jobs
    where task_identifier = 'send-mail'`)
const until = async (isSo: () => boolean | Promise<boolean>) => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20))
}

describe('a worker', () => {
  test('does what is queued while it runs, and what comes by the clock as it starts', async () => {
    const worker = await runWorker(workerUrl)
    expect(await readRows('select 1 as there from worker_beat')).toEqual([{ there: 1 }])
    await queue(1)
    await until(() => sent.mock.calls.length === 1)
    await until(async () => (await readJobs('select 1 from jobs.jobs')).length === 0)
    await worker.stop()
    await worker.ended
    expect(await readRows('select 1 from worker_beat')).toEqual([])
  })

  test('that is asked to stop finishes what is under way', async () => {
    let finish = () => {}
    sent.mockReturnValue(
      new Promise((resolve) => {
        finish = resolve
      }),
    )
    const worker = await runWorker(workerUrl)
    await queue(1)
    await until(() => sent.mock.calls.length === 1)
    const stopped = worker.stop()
    // By the time that the database has answered, the stop is under way.
    await readJobs('select 1')
    finish()
    await stopped
    expect(await mails()).toEqual([])
  })

  test('and gives back what does not end', async () => {
    sent.mockReturnValue(new Promise(() => {}))
    const worker = await runWorker(workerUrl, 100)
    await queue(1)
    await until(() => sent.mock.calls.length === 1)
    await worker.stop()
    expect(await mails()).toEqual([{ locked_by: null, attempts: 1, isSoon: true }])
  })

  test('takes the jobs of one that is silent, and leaves those of one that is not', async () => {
    for (const mailId of [1, 2]) await queue(mailId)
    const hold = (mailId: number, by: string) =>
      readJobs(`update jobs._private_jobs set locked_at = now() - interval '1 hour', locked_by = '${by}'
        where (payload->>'mailId')::int = ${mailId}`)
    await hold(1, 'a dead worker')
    await hold(2, 'a living worker')
    await writeHeartbeat(primary(), 'a living worker')
    const worker = await runWorker(workerUrl)
    await until(() => sent.mock.calls.length === 1)
    await worker.stop()
    expect(sent.mock.calls).toEqual([[{ mailId: 1 }]])
    expect(await mails()).toMatchObject([{ locked_by: 'a living worker' }])
  })
})
