import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { entry } from '@/db/entries/schema'
import { primary, reads, transaction } from './client'
import { idList, isAmong, OPEN_PLACES, OPENED_FACTS, type OpenTo, prepared } from './prepared'
import { createTestDatabase } from './testing'

const everybody: OpenTo = { who: 'public', open: new Set(), openedFacts: new Set() }
const moderators: OpenTo = { who: 'moderation', open: 'everything', openedFacts: new Set() }

describe('a statement that is kept', () => {
  beforeAll(async () => {
    await createTestDatabase()
  })

  test('is put together once for a scope, however many clients and transactions it is sent through', async () => {
    const built: string[] = []
    const statement = prepared((db, within: OpenTo) => {
      built.push(within.who)
      return db.select({ id: entry.id }).from(entry).prepare('kept')
    })
    await statement(reads(), everybody).execute()
    await statement(primary(), everybody).execute()
    for (const scope of [everybody, moderators]) await transaction((tx) => statement(tx, scope).execute())
    await statement(reads(), { ...everybody, open: new Set([4, 5]) }).execute()
    expect(built).toEqual(['public', 'moderation'])
  })

  test('is given what is open to who reads, and is not built again for it', async () => {
    const open = prepared((db, _within: OpenTo) =>
      db
        .select({
          places: sql<string>`${sql.placeholder(OPEN_PLACES)}::bigint[]::text`,
          facts: sql<string>`${sql.placeholder(OPENED_FACTS)}::bigint[]::text`,
          asked: sql<string>`${sql.placeholder('asked')}::text`,
        })
        .from(sql`generate_series(1, 1)`)
        .prepare('open'),
    )
    const asked = (places: number[], openedFacts: number[]) =>
      open(reads(), { ...everybody, open: new Set(places), openedFacts: new Set(openedFacts) }).execute({
        asked: 'this',
      })
    expect(await asked([], [])).toEqual([{ places: '{}', facts: '{}', asked: 'this' }])
    expect(await asked([4, 5], [17])).toEqual([{ places: '{4,5}', facts: '{17}', asked: 'this' }])
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
