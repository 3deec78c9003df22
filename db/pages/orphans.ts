import { type SQL, sql } from 'drizzle-orm'
import { entry, pageFacet, title } from '@/db/entries/schema'
import { link, relation, titleLink, titleRelation } from '@/db/links/schema'
import type { Queryable } from '@/db/postgres/client'
import { isLinkOpen, type ReadScope, shownEntries } from '@/db/visibility/read-scope'
import { pageKind } from '@/db/wiki/schema'
import { afterInLetters, inLetters } from './by-letter'

/** What was found among the pages that were looked at. */
export interface Orphans {
  pages: { id: number; label: string }[]
  /** The key of the last title that was looked at; null where there are no more. */
  next: string | null
}

/**
 * Pages that nothing shown to the scope links to, names in a field or puts into a category, nor lists because they name
 * it in one of the fields `shownThere`, among the next `looked` from the title's key `after` on, in their order.
 * Categories are found in their tree and are not among them; that facts are about a page does not lead to it.
 */
export async function findOrphans(
  db: Queryable,
  within: ReadScope,
  { after, looked, shownThere }: { after: string | null; looked: number; shownThere: readonly string[] },
): Promise<Orphans> {
  const leadsThere = (from: SQL, where: SQL) => sql`exists (select from ${from} l
    join ${entry} on ${entry.id} = l.from_id and ${shownEntries(within) ?? sql`true`}
    where ${where} and l.until is null and l.from_id <> page.id)`
  const listsIt = (from: SQL, to: SQL) => sql`exists (select from ${from} l
    join ${entry} on ${entry.id} ${to} and ${shownEntries(within) ?? sql`true`}
    where l.from_id = page.id and l.until is null and l.field = any(${sql.param([...shownThere])}::text[]))`
  const isOpen = isLinkOpen(within)
  const byId = sql`l.to_id = page.id`
  const byTitle = sql`l.key in (select t.key from ${title} t where t.entry_id = page.id)`
  const rows = await db.execute<{
    id: number
    label: string
    key: string
    place: number
    isOrphan: boolean
  }>(sql`
    with page as materialized (
      select ${entry.id} as id, ${entry.label} as label, ${pageFacet.sortKey} as key,
        row_number() over (order by ${inLetters})::int as place
      from ${pageFacet} join ${entry} on ${entry.id} = ${pageFacet.entryId}
      where ${shownEntries(within) ?? sql`true`}
        and not exists (select from ${pageKind} k where k.key = ${pageFacet.kind} and k.is_category)
        and ${after === null ? sql`true` : afterInLetters(after)}
      order by ${inLetters} limit ${looked})
    select * from (
      select page.id::int as id, page.label, page.key, page.place, not (
        ${leadsThere(sql`${link}`, sql`${byId} and l.kind in ('mentions', 'category') and ${isOpen}`)} or ${leadsThere(sql`${relation}`, byId)}
        or ${leadsThere(sql`${titleLink}`, sql`${byTitle} and ${isOpen}`)} or ${leadsThere(sql`${titleRelation}`, byTitle)}
        or ${listsIt(sql`${relation}`, sql`= l.to_id`)}
        or ${listsIt(sql`${titleRelation}`, sql`in (select t.entry_id from ${title} t where t.key = l.key)`)}
      ) as "isOrphan" from page) found
    where "isOrphan" or place = ${looked} order by place`)
  const last = rows.at(-1)
  return {
    pages: rows.filter(({ isOrphan }) => isOrphan).map(({ id, label }) => ({ id, label })),
    next: last?.place === looked ? last.key : null,
  }
}
