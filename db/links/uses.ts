import { sql } from 'drizzle-orm'
import { type EntryKind, entry } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { firstByTitle } from './backlinks'
import { type LinkKind, link } from './schema'

export interface UseRow {
  /** How they use it: `shown` is a page that a fact is about, the others are links to it. */
  how: LinkKind | 'shown'
  id: number
  kind: EntryKind
  number: number
  label: string
}

/**
 * What uses an entry: what links to it, and the pages that a fact is about; deleted ones left out. The first `most`
 * links of each kind are looked at, and at most `most` are given.
 */
export async function findEntriesRestingOn(db: Queryable, entryId: number, most: number): Promise<UseRow[]> {
  const rows = await db.execute<{ [K in keyof UseRow]: UseRow[K] }>(sql`
    select place.how, e.id::int as id, e.kind, e.number, e.label from (
      (select 'shown' as how, l.to_id as at from ${link} l
        where l.from_id = ${entryId} and l.kind = 'about' and l.until is null limit ${most})
      union all
      select asked.kind::text, of_kind.at from unnest(enum_range(null::link_kind)) as asked (kind)
        cross join lateral ((select l.from_id as at from ${link} l
          where l.to_id = ${entryId} and l.kind = asked.kind and l.until is null order by l.from_id limit ${most})
          union (${firstByTitle({ toId: entryId }, most)})) of_kind
    ) place join ${entry} e on e.id = place.at and e.deleted_at is null
    order by place.how, e.kind, e.id limit ${most}`)
  return [...rows]
}
