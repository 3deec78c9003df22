import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { entry, entryMerge } from '@/db/entries/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { revision } from '@/db/revisions/schema'
import type { ReadScope } from '@/db/visibility/read-scope'
import { shownHeads } from '@/db/visibility/shown-heads'
import { sourceKey } from './schema'

/** The keys of sources, by the source's id. */
type Keys = ReadonlyMap<number, readonly string[]>

/** Makes the keys of sources these, with two statements for all of them. */
export async function replaceSourceKeys(tx: Tx, keys: Keys): Promise<void> {
  if (keys.size === 0) return
  await tx.delete(sourceKey).where(inArray(sourceKey.sourceId, [...keys.keys()]))
  await insertSourceKeys(tx, keys)
}

/** The same for sources that are new. */
export async function insertSourceKeys(tx: Tx, keys: Keys): Promise<void> {
  const rows = [...keys].flatMap(([sourceId, all]) =>
    all.map((key, position) => ({ sourceId, position, key })),
  )
  if (rows.length > 0) await tx.insert(sourceKey).values(rows)
}

/** Deletes what a source was found by: its addresses were words that it said. */
export async function forgetSourceKeys(tx: Tx, sourceId: number): Promise<void> {
  await tx.delete(sourceKey).where(eq(sourceKey.sourceId, sourceId))
}

/** The first source that the scope shows under one of these keys, or what it was merged into; null when there is none. */
export async function findSourceByKeys(
  db: Queryable,
  within: ReadScope,
  keys: readonly string[],
): Promise<number | null> {
  if (keys.length === 0) return null
  const [row] = await db
    .select({ id: entry.id })
    .from(sourceKey)
    .leftJoin(entryMerge, eq(entryMerge.entryId, sourceKey.sourceId))
    .innerJoin(entry, eq(entry.id, sql`coalesce(${entryMerge.intoId}, ${sourceKey.sourceId})`))
    .innerJoin(revision, eq(revision.id, entry.headId))
    .where(and(inArray(sourceKey.key, [...keys]), shownHeads(db, within)))
    .orderBy(asc(entry.id))
    .limit(1)
  return row?.id ?? null
}

/** The next sources in the order of their ids, at most `most`. */
export async function findSourcesAfter(tx: Tx, afterId: number, most: number): Promise<number[]> {
  const rows = await tx
    .select({ id: entry.id })
    .from(entry)
    .where(sql`${entry.kind} = 'source' and ${entry.id} > ${afterId}`)
    .orderBy(entry.id)
    .limit(most)
  return rows.map(({ id }) => id)
}

/** A source that has a key of an older one. */
export interface Double {
  id: number
  olderId: number
}

/**
 * Sources that have a key of an older one, the newest first, among the next `looked` keys below the source `before`;
 * `next` is the source below which the list goes on, null at its end.
 */
export async function findDoubles(
  db: Queryable,
  before: number | null,
  looked: number,
): Promise<{ doubles: Double[]; next: number | null }> {
  const rows = await db.execute<{ id: number; older: number | null; place: number }>(sql`
    select k.source_id::int as id, case when own.id is not null then older.source_id::int end as older, k.place::int from (
      select *, row_number() over () as place from (select * from ${sourceKey}
        where ${before === null ? sql`true` : sql`source_id < ${before}`}
        order by source_id desc, position desc limit ${looked + 1}) next) k
    left join lateral (select o.source_id from ${sourceKey} o join ${entry} e on e.id = o.source_id
      where o.key = k.key and o.source_id < k.source_id and e.deleted_at is null
      order by o.source_id limit 1) older on true
    left join ${entry} own on own.id = k.source_id and own.deleted_at is null
    order by k.place`)
  const [last] = rows.slice(-1)
  const shown = new Map<number, number>()
  for (const { id, older } of rows) if (older !== null && !shown.has(id)) shown.set(id, older)
  return {
    doubles: [...shown].map(([id, olderId]) => ({ id, olderId })),
    next: last && last.place > looked ? last.id : null,
  }
}
