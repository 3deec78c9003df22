import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { entry } from '@/db/entries/schema'
import type { ReadScope } from '../visibility/read-scope'
import { primary, reads, transaction } from './client'
import { idList, isAmong, prepared } from './prepared'
import { createTestDatabase } from './testing'

const [everybody, moderators] = ['public', 'moderation'] as unknown as [ReadScope, ReadScope]

describe('a statement that is kept', () => {
  beforeAll(async () => {
    await createTestDatabase()
  })

  test('is put together once for a scope, however many clients and transactions it is sent through', async () => {
    const built: ReadScope[] = []
    const statement = prepared((db, within: ReadScope) => {
      built.push(within)
      return db.select({ id: entry.id }).from(entry).prepare('kept')
    })
    await statement(reads(), everybody).execute()
    await statement(primary(), everybody).execute()
    for (const scope of [everybody, moderators]) await transaction((tx) => statement(tx, scope).execute())
    expect(built).toEqual([everybody, moderators])
  })

  test('of a transaction sees what that did, and nobody else does', async () => {
    const temporary = sql`create temporary table seen on commit drop as select 1`
    const isThere = prepared((db) =>
      db
        .select({ is: sql<boolean>`to_regclass('seen') is not null` })
        .from(sql`generate_series(1, 1)`)
        .prepare('seen'),
    )
    const inside = await transaction(async (tx) => {
      await tx.execute(temporary)
      return [await isThere(tx).execute(), await isThere(primary()).execute()]
    })
    expect(inside).toEqual([[{ is: true }], [{ is: false }]])
  })

  const among = prepared((db) =>
    db
      .select({ ids: sql<string>`array_agg(n order by n)::text` })
      .from(sql`generate_series(1, 5) n`)
      .where(sql`n = any(${sql.placeholder('ids')}::bigint[])`)
      .prepare('among'),
  )

  test.each([
    [[], null],
    [[4], '{4}'],
    [[5, 2, 900, 2], '{2,5}'],
    [Array.from({ length: 2000 }, (_, at) => at), '{1,2,3,4,5}'],
  ])('takes a list of ids as one parameter, however long: %j', async (ids, found) => {
    expect(await among(reads()).execute({ ids: idList(ids) })).toEqual([{ ids: found }])
  })

  test('is planned once on its connection, and no more than once for lists of every length', async () => {
    const statement = prepared((db) =>
      db.select({ id: entry.id }).from(entry).where(isAmong(entry.id, 'ids')).prepare('entries'),
    )
    // One after another: all on the one connection that is idle. Transactions prepare nothing (`db/postgres/client.ts`).
    for (let length = 0; length < 20; length += 1)
      await statement(reads()).execute({ ids: idList(Array.from({ length }, (_, at) => at)) })
    const kept = await reads().execute(
      sql`select 1 from pg_prepared_statements where statement like '%from "entry"%'`,
    )
    expect(kept).toHaveLength(1)
  })

  test('is answered by whichever client it is given', async () => {
    const ids = idList([3])
    const answers = [
      await among(reads()).execute({ ids }),
      await among(primary()).execute({ ids }),
      await transaction((tx) => among(tx).execute({ ids })),
    ]
    expect(answers).toEqual(Array(3).fill([{ ids: '{3}' }]))
  })
})
