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
