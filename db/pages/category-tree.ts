import { sql } from 'drizzle-orm'
import { entry, pageFacet } from '@/db/entries/schema'
import { link } from '@/db/links/schema'
import type { Queryable } from '@/db/postgres/client'
import { type ReadScope, shownEntries } from '@/db/visibility/read-scope'
import { pageKind } from '@/db/wiki/schema'

/** A category in a list. */
export interface CategoryRow {
  id: number
  label: string
  sortKey: string
}

/** The most categories that one is looked for in. */
const MOST_ABOVE = 100

const isCategory = sql`exists (select from ${pageKind} k where k.key = ${pageFacet.kind} and k.is_category)`

const row = sql`${entry.id}::int as id, ${entry.label} as label, ${pageFacet.sortKey} as "sortKey"`

/** Categories by title, those after the title's key `after`. */
export async function findCategories(
  db: Queryable,
  within: ReadScope,
  { after, most }: { after: string | null; most: number },
): Promise<CategoryRow[]> {
  const beyond = after === null ? sql`true` : sql`${pageFacet.sortKey} > ${after}`
  return db.execute<Record<string, unknown> & CategoryRow>(sql`
    select ${row} from ${pageFacet} join ${entry} on ${entry.id} = ${pageFacet.entryId}
    where ${isCategory} and ${shownEntries(within) ?? sql`true`} and ${beyond}
    order by ${pageFacet.sortKey} limit ${most}`)
}

/** How many members that the scope shows each of these categories has, counted up to `most`. */
export async function countMembers(
  db: Queryable,
  within: ReadScope,
  ids: readonly number[],
  most: number,
): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db.execute<{ id: number; count: number }>(sql`
    select asked.id::int as id, (select count(*)::int from (
      select from ${link} l join ${entry} on ${entry.id} = l.from_id
      where l.to_id = asked.id and l.kind = 'category' and l.until is null and ${shownEntries(within) ?? sql`true`}
      limit ${most}) counted) as count
    from unnest(${sql.param([...ids])}::bigint[]) as asked (id)`)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** Which of these categories stand in which other of them. */
export async function findCategoryLinks(
  db: Queryable,
  ids: readonly number[],
): Promise<{ id: number; within: number }[]> {
  if (ids.length === 0) return []
  // Looked up for each of them: a category may have very many members that are none.
  return db.execute<{ id: number; within: number }>(sql`
    select asked.id::int as id, above.to_id::int as within
    from unnest(${sql.param([...ids])}::bigint[]) as asked (id) cross join lateral (
      select l.to_id from ${link} l where l.from_id = asked.id and l.kind = 'category' and l.until is null
      limit ${MOST_ABOVE}) above
    where above.to_id = any(${sql.param([...ids])}::bigint[])`)
}

/** The categories in a category, by title, at most `most`. */
export async function findSubcategories(
  db: Queryable,
  within: ReadScope,
  categoryId: number,
  most: number,
): Promise<CategoryRow[]> {
  return db.execute<Record<string, unknown> & CategoryRow>(sql`
    select ${row} from ${pageFacet} join ${entry} on ${entry.id} = ${pageFacet.entryId}
    where ${isCategory} and ${shownEntries(within) ?? sql`true`} and ${entry.id} <> ${categoryId}
      and exists (select from ${link} l where l.from_id = ${entry.id} and l.kind = 'category'
        and l.to_id = ${categoryId} and l.until is null)
    order by ${pageFacet.sortKey} limit ${most}`)
}
