import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { createTestDatabase } from './testing'

const { url, migrationUrl, workerUrl } = await createTestDatabase()
const application = postgres(url, { max: 1 })
const owner = postgres(migrationUrl, { max: 1 })
afterAll(async () => void (await Promise.all([application.end(), owner.end()])))

test('the application writes rows but makes no tables', async () => {
  await application`insert into setting (key, value) values ('name', '"A wiki"')`
  expect(await application`select value from setting`).toEqual([{ value: 'A wiki' }])
  await expect(application`create table public.mine (id int)`).rejects.toThrow('permission denied')
})

test('the cluster speaks Unicode: letters beyond ASCII have lower case and trigrams', async () => {
  const [row] = await owner`select lower('ÉŻ') as lower, similarity('Нина', 'нина') as alike`
  expect(row).toEqual({ lower: 'éż', alike: 1 })
})

const worker = postgres(workerUrl, { max: 1 })
afterAll(() => worker.end())

test('the role of the jobs has its own schema and nothing of the wiki', async () => {
  expect(await worker`select * from jobs.jobs`).toEqual([])
  for (const statement of [
    'select * from public.account',
    'select * from public.owed_mail',
    `select public.erase_contents(1, 1, 1)`,
    'create table public.mine (id int)',
    'create schema mine',
  ]) {
    await expect(worker.unsafe(statement), statement).rejects.toThrow('permission denied')
  }
})

test('the application queues jobs and counts them, and sees none of them', async () => {
  await application`select jobs.enqueue('a-task', '{}', null, null, 3, false)`
  expect(await application`select task, queued::int from jobs.counts()`).toEqual([
    { task: 'a-task', queued: 1 },
  ])
  for (const statement of [
    'select * from jobs.jobs',
    'select * from jobs._private_jobs',
    'delete from jobs._private_jobs',
    `select jobs.add_job('a-task')`,
    `select jobs.force_unlock_workers(array['a'])`,
    'create table jobs.mine (id int)',
  ]) {
    await expect(application.unsafe(statement), statement).rejects.toThrow('permission denied')
  }
})
