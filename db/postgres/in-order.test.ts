import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { setting } from '@/db/wiki/schema'
import { transaction } from './client'
import { inOrder } from './in-order'
import { prepared } from './prepared'
import { createTestDatabase } from './testing'

await createTestDatabase()

const { placeholder } = sql

const reading = prepared((db) =>
  db
    .select({ value: setting.value })
    .from(setting)
    .where(sql`key = ${placeholder('key')}`)
    .prepare('reading'),
)
const writing = prepared((db) =>
  db
    .insert(setting)
    .values({ key: placeholder('key'), value: placeholder('value') })
    .onConflictDoUpdate({ target: setting.key, set: { value: sql`excluded.value` } })
    .prepare('writing'),
)
const timesTen = prepared((db) =>
  db
    .update(setting)
    .set({ value: sql`to_jsonb(value::int * 10)` })
    .where(sql`key = ${placeholder('key')}`)
    .prepare('times_ten'),
)
const plusOne = prepared((db) =>
  db
    .update(setting)
    .set({ value: sql`to_jsonb(value::int + 1)` })
    .where(sql`key = ${placeholder('key')}`)
    .returning({ value: setting.value })
    .prepare('plus_one'),
)

test('statements are done in their order, whatever kind each is of, and each sees what those before it did', async () => {
  // The first time each is prepared on its way, then it is there; a connection that is full takes them one by one.
  for (const key of ['one', 'two', 'three']) {
    const seen = await transaction((tx) =>
      inOrder(
        () => reading(tx).execute({ key }),
        () => writing(tx).execute({ key, value: 1 }),
        () => reading(tx).execute({ key }),
        () => plusOne(tx).execute({ key }),
        () => timesTen(tx).execute({ key }),
        () => plusOne(tx).execute({ key }),
        () => reading(tx).execute({ key }),
        ...Array.from({ length: 150 }, () => () => plusOne(tx).execute({ key })),
        () => reading(tx).execute({ key }),
      ),
    )
    expect(seen[0]).toEqual([])
    expect([seen[2], seen[3], seen[5], seen[6], seen.at(-1)]).toEqual(
      [1, 2, 21, 21, 171].map((value) => [{ value }]),
    )
  }
})

test('a statement that would be sent later than it is called is refused, for it would be late', async () => {
  const late = transaction(async (tx) => {
    await inOrder(
      () => tx.execute(sql`insert into setting values ('late', '1')`),
      () => reading(tx).execute({ key: 'late' }),
    )
  })
  await expect(late).rejects.toThrow('not sent when it is called')
  expect(await transaction((tx) => reading(tx).execute({ key: 'late' }))).toEqual([])
})

test('what fails fails all of it, and nothing stays', async () => {
  await transaction((tx) => writing(tx).execute({ key: 'word', value: 'no number' }))
  const failing = transaction((tx) =>
    inOrder(
      () => writing(tx).execute({ key: 'gone', value: 1 }),
      () => timesTen(tx).execute({ key: 'word' }),
      () => writing(tx).execute({ key: 'gone', value: 2 }),
    ),
  )
  await expect(failing).rejects.toMatchObject({
    cause: { message: expect.stringContaining('cannot cast jsonb') },
  })
  expect(await transaction((tx) => reading(tx).execute({ key: 'gone' }))).toEqual([])
})
