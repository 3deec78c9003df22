import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { createTestDatabase } from './testing'

const { url, migrationUrl } = await createTestDatabase()
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
