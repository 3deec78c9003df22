import { sql } from 'drizzle-orm'
import { link } from '@/db/links/schema'
import type { Queryable } from '@/db/postgres/client'
import { type EntryKind, entry } from './schema'

export interface ShownOn {
  /** The entry that is shown. */
  shown: number
  /** Where: a page for a fact; for a source, what cites it. */
  id: number
  kind: EntryKind
  number: number
  label: string
}

/** How many places of one entry are looked at: beyond it, only that there are more is said. */
export const MOST_PLACES = 1_000

/** The places of the entries `asked (id)`, of each at most one more than `MOST_PLACES` and each once. */
const placesOf = (ids: number[]) => sql`
  unnest(${sql.param(ids)}::bigint[]) as asked (id) cross join lateral (
    select at from (
      (select l.to_id as at from ${link} l
        where l.from_id = asked.id and l.kind = 'about' and l.until is null limit ${MOST_PLACES + 1})
      union
      (select l.from_id from ${link} l
        where l.to_id = asked.id and l.kind = 'embeds' and l.until is null order by l.from_id limit ${MOST_PLACES + 1})
      union
      (select l.from_id from ${link} l
        where l.to_id = asked.id and l.kind = 'cites' and l.until is null order by l.from_id limit ${MOST_PLACES + 1})
    ) of_one limit ${MOST_PLACES + 1}
  ) place join ${entry} e on e.id = place.at and e.deleted_at is null`

/**
 * Where facts and sources are shown today: a fact on the pages it is about and those that list it, a source on the
 * facts and pages that cite it. Each place once, deleted ones left out, at most `most` in all, sorted by name.
 */
export async function findShownPlaces(db: Queryable, ids: number[], most: number): Promise<ShownOn[]> {
  if (ids.length === 0) return []
  const rows = await db.execute<{ [K in keyof ShownOn]: ShownOn[K] }>(sql`
    select asked.id::int as shown, e.id::int as id, e.kind, e.number, e.label from ${placesOf(ids)}
    order by e.label, e.id limit ${most}`)
  return [...rows]
}

/**
 * On how many pages (or, for a source, how many facts and pages) each of these is shown; every id is in the answer.
 * Counted up to one more than `MOST_PLACES`.
 */
export async function countShownPlaces(db: Queryable, ids: number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db.execute<{ shown: number; count: number }>(sql`
    select asked.id::int as shown, count(*)::int as count from ${placesOf([...new Set(ids)])} group by asked.id`)
  return new Map(rows.map((row) => [row.shown, row.count]))
}
