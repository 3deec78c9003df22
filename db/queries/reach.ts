import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { type EntryKind, entry } from '@/db/schema/entries'
import { link } from '@/db/schema/links'

export interface ShownOn {
  /** The entry that is shown. */
  shown: number
  /** Where: a page for a fact; for a source, what cites it. */
  id: number
  kind: EntryKind
  number: number
  label: string
}

/**
 * Where facts and sources are shown today: a fact on the pages it is about and those that list it, a source on the facts
 * and pages that cite it. Each place once, deleted ones left out, at most `most` in all.
 */
export async function findPlaces(db: Queryable, ids: number[], most: number): Promise<ShownOn[]> {
  if (ids.length === 0) return []
  const about = db
    .select({ shown: link.fromId, at: link.toId })
    .from(link)
    .where(and(inArray(link.fromId, ids), eq(link.kind, 'about'), isNull(link.until)))
  const listing = db
    .select({ shown: link.toId, at: link.fromId })
    .from(link)
    .where(and(inArray(link.toId, ids), inArray(link.kind, ['embeds', 'cites']), isNull(link.until)))
  const places = about.union(listing).as('places')
  return db
    .select({ shown: places.shown, id: entry.id, kind: entry.kind, number: entry.number, label: entry.label })
    .from(places)
    .innerJoin(entry, and(eq(entry.id, places.at), isNull(entry.deletedAt)))
    .orderBy(asc(entry.label), asc(entry.id))
    .limit(most)
}

/** On how many pages (or, for a source, how many facts and pages) each of these is shown; none is missing from it. */
export async function countPlaces(db: Queryable, ids: number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db.execute<{ shown: number; count: number }>(sql`
    select shown::int, count(distinct at)::int as count from (
      select from_id as shown, to_id as at from ${link}
        where from_id in ${ids} and kind = 'about' and until is null
      union all
      select to_id, from_id from ${link} where to_id in ${ids} and kind in ('embeds', 'cites') and until is null
    ) places join ${entry} e on e.id = at and e.deleted_at is null group by shown`)
  return new Map(rows.map((row) => [row.shown, row.count]))
}
