import { beforeAll, expect, test } from 'vitest'
import { changeRows, createTestDatabase, readJobs, readRows } from '@/db/postgres/testing'
import { mailStorm, QUEUED } from './testing-storm'

beforeAll(createTestDatabase)

/** After which a worker without a heartbeat is held for dead, and what it held is given to others. */
async function aMinutePasses(): Promise<void> {
  await changeRows(`update worker_beat set at = at - interval '1 minute'`)
  await readJobs(
    `update jobs._private_jobs set locked_at = locked_at - interval '1 minute' where locked_at is not null`,
  )
}

test('a worker that is killed under queued mails loses none: each comes once, or twice under one Message-ID', async () => {
  const storm = await mailStorm(25, aMinutePasses)
  expect(storm.came.once + storm.came.twice).toBe(25)
  expect(storm).toMatchObject({ came: { oftener: 0 }, unlike: 0 })
  expect(storm.beforeTheKill).toBeLessThan(25)
  expect(await readRows('select * from owed_mail')).toEqual([])
  expect(
    await readRows('select count(*)::int as made, count(settled_at)::int as sent from news_mail'),
  ).toEqual([{ made: 13, sent: 13 }])
  expect(await readJobs(QUEUED)).toEqual([])
}, 240_000)
