import { isNull, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/postgres/client'
import { idList } from '@/db/postgres/prepared'
import { report } from '@/db/reports/schema'

/** How many reports of an urgency are open that are not about the reader, counted up to `most`: an expression. */
export const openReports = (urgency: 'urgent' | 'ordinary', reader: SQL, most: SQL): SQL<number> =>
  sql<number>`(select count(*)::int from (select from ${report}
    where ${isNull(report.closedAt)} and ${report.urgency} = ${sql.raw(`'${urgency}'`)}
      and ${report.aboutAccountId} is distinct from ${reader} limit ${most}) counted)`

/** Open reports, and how many of them are urgent. */
export interface OpenReports {
  open: number
  urgent: number
}

/**
 * How many reports are open, and how many of them are urgent, for each of these readers: those about a reader are not
 * counted. Of each the first are looked at, one more than `most`.
 */
export async function countOpenReportsFor(
  db: Queryable,
  readers: readonly number[],
  most: number,
): Promise<Map<number, OpenReports>> {
  const [id, upTo] = [sql`reader.id`, sql`${most + 1}::int`]
  const rows = await db.execute<{ id: string; urgent: number; ordinary: number }>(
    sql`select ${id}, ${openReports('urgent', id, upTo)} as urgent, ${openReports('ordinary', id, upTo)} as ordinary
      from unnest(${idList(readers)}::bigint[]) reader (id)`,
  )
  return new Map(rows.map(({ id, urgent, ordinary }) => [Number(id), { open: urgent + ordinary, urgent }]))
}

/** The same for one reader. */
export async function countOpenReports(db: Queryable, reader: number, most: number): Promise<OpenReports> {
  return (await countOpenReportsFor(db, [reader], most)).get(reader) ?? { open: 0, urgent: 0 }
}
