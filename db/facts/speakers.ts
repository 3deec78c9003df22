import { type SQL, sql } from 'drizzle-orm'
import { entry, factFacet, pageFacet } from '@/db/entries/schema'
import { relation } from '@/db/links/schema'
import type { Queryable } from '@/db/postgres/client'
import { factStanding } from '@/db/standings/schema'
import { isUnsourcedPrivateLife } from '@/db/visibility/private-life'
import { type ReadScope, shownEntries } from '@/db/visibility/read-scope'

/** A page that a field of entries names, with how many do, counted up to a bound. */
export interface NamedPage {
  id: number
  label: string
  sortKey: string
  count: number
}

/** The facts that the scope shows and that name a page in the field. */
const naming = (within: ReadScope, field: string, id: SQL, what: SQL) => sql`select ${what} from ${relation} l
  join ${entry} on ${entry.id} = l.from_id and ${shownEntries(within) ?? sql`true`}
  left join ${factFacet} on ${factFacet.entryId} = l.from_id
  left join ${factStanding} on ${factStanding.entryId} = l.from_id
  where l.to_id = ${id} and l.field = ${field} and l.until is null
    and not ${isUnsourcedPrivateLife}`

/**
 * Whom facts name in a field, by title, those after the title's key `after`: of the first `looked` pages that any fact
 * names. Each is found in the index by the one before, so that how many facts there are costs nothing; only for those that
 * are shown it is asked what names them.
 */
export async function findPagesNamedByFacts(
  db: Queryable,
  within: ReadScope,
  field: string,
  { after, looked, counted, most }: { after: string | null; looked: number; counted: number; most: number },
): Promise<NamedPage[]> {
  const next = (from: SQL) => sql`(select l.to_id from ${relation} l
    where l.field = ${field} and l.until is null and l.to_id > ${from} order by l.to_id limit 1)`
  return db.execute<Record<string, unknown> & NamedPage>(sql`
    with recursive named (id, place) as (
      select ${next(sql`0`)}, 1
      union all select ${next(sql`named.id`)}, named.place + 1 from named
        where named.id is not null and named.place < ${looked}),
    shown as (select ${entry.id} as id, ${entry.label} as label, ${pageFacet.sortKey} as key
      from named join ${entry} on ${entry.id} = named.id and ${shownEntries(within) ?? sql`true`}
      join ${pageFacet} on ${pageFacet.entryId} = named.id
      where ${after === null ? sql`true` : sql`${pageFacet.sortKey} > ${after}`})
    select shown.id::int as id, shown.label, shown.key as "sortKey", named_by.count
    from (select * from shown order by key) shown cross join lateral (
      select count(*)::int as count from (${naming(within, field, sql`shown.id`, sql``)} limit ${counted}) counted
    ) named_by where named_by.count > 0
    order by shown.key limit ${most}`)
}
