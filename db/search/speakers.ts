import { sql } from 'drizzle-orm'
import { relation } from '@/db/links/schema'
import type { Queryable } from '@/db/postgres/client'

/** Those of these pages that facts name in the field `speaker`. */
export async function findSpeakersAmong(
  db: Queryable,
  ids: readonly number[],
  speaker: string,
): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const rows = await db.execute<{ id: number }>(sql`
    select id::int as id from unnest(${sql.param([...ids])}::bigint[]) page (id)
    where exists (select from ${relation} where ${relation.toId} = page.id and ${relation.field} = ${speaker}
      and ${relation.until} is null)`)
  return new Set(rows.map(({ id }) => id))
}
