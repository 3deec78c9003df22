import { beforeAll, expect, test } from 'vitest'
import { createTestDatabase, readJobs, readRows } from '@/db/postgres/testing'
import { mailStorm } from './testing-storm'

beforeAll(createTestDatabase)

test('a worker that is killed under queued mails loses none: each comes once, or twice under one Message-ID', async () => {
  const storm = await mailStorm(25)
  expect(storm.came.once + storm.came.twice).toBe(25)
  expect(storm).toMatchObject({ came: { oftener: 0 }, unlike: 0 })
  expect(storm.beforeTheKill).toBeLessThan(25)
  expect(storm.sinceTheKill).toBeLessThan(60)
  expect(await readRows('select * from owed_mail')).toEqual([])
  expect(await readJobs('select * from jobs.jobs')).toEqual([])
}, 240_000)
