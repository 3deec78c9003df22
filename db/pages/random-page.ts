import { and, asc, sql } from 'drizzle-orm'
import { entry } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { type ReadScope, shownEntries } from '@/db/visibility/read-scope'

/**
 * The title of a page that `share` (0 to below 1) chooses by its number, the first from there on; null where the wiki has
 * none that the scope shows.
 */
export async function findPageAtShare(
  db: Queryable,
  within: ReadScope,
  share: number,
): Promise<string | null> {
  const last = sql`(select max(e.number) from ${entry} e where e.kind = 'page')`
  const from = (least: unknown) =>
    db
      .select({ label: entry.label })
      .from(entry)
      .where(and(sql`${entry.kind} = 'page'`, shownEntries(within), sql`${entry.number} >= ${least}`))
      .orderBy(asc(entry.number))
      .limit(1)
  const [near] = await from(sql`floor(${share}::float8 * ${last})::int + 1`)
  const [first] = near ? [near] : await from(1)
  return first?.label ?? null
}
