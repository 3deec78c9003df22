import { type SQL, sql } from 'drizzle-orm'
import { entry } from '@/db/entries/schema'
import { titleRelation } from '@/db/links/schema'
import type { Queryable } from '@/db/postgres/client'
import { revision, revisionContent } from '@/db/revisions/schema'
import { type ReadScope, shownEntries, withheldFrom } from '@/db/visibility/read-scope'
import { shownHeads } from '@/db/visibility/shown-heads'
import { withholding } from '@/db/withholding/schema'
import type { SourceRow } from './sources'

/** An outlet as its newest source spells it, with how many of its sources are shown, counted up to a bound. */
export interface OutletRow {
  key: string
  name: string
  count: number
}

/** The shown sources of an outlet; `field` is the relation that names outlets. */
const sourcesOf = (
  db: Queryable,
  within: ReadScope,
  field: string,
  key: SQL,
  what: SQL,
  where = sql`true`,
) => sql`
  select ${what} from ${titleRelation} l
  join ${entry} on ${entry.id} = l.from_id
  join ${revision} on ${revision.id} = ${entry.headId}
  join ${revisionContent} on ${revisionContent.revisionId} = ${revision.id}
  where l.key = ${key} and l.field = ${field} and l.until is null and ${shownHeads(db, within) ?? sql`true`}
    and ${where}`

/** The same to be counted: a head's number is read only of a source of which something is withheld. */
const shownOf = (within: ReadScope, field: string, key: SQL) => sql`
  select from ${titleRelation} l join ${entry} on ${entry.id} = l.from_id
  where l.key = ${key} and l.field = ${field} and l.until is null and ${shownEntries(within) ?? sql`true`}
    and not exists (select from ${withholding} where ${withholding.entryId} = ${entry.id} and ${withholding.part} = 'text'
      and ${withheldFrom(within)} and (select r.number from ${revision} r where r.id = ${entry.headId})
        between ${withholding.fromNumber} and ${withholding.toNumber})`

/**
 * Outlets by name, those after the key `after`; `next` is the key after which the list goes on, null at its end. Each is
 * found in the index by the one before.
 */
export async function findOutlets(
  db: Queryable,
  within: ReadScope,
  field: string,
  { after, counted, most }: { after: string | null; counted: number; most: number },
): Promise<{ outlets: OutletRow[]; next: string | null }> {
  const next = (from: SQL) => sql`(select l.key from ${titleRelation} l
    where l.field = ${field} and l.until is null and l.key collate "C" > ${from}
    order by l.key collate "C" limit 1)`
  const rows = await db.execute<{ key: string; place: number; name: string | null; count: number }>(sql`
    with recursive named (key, place) as (
      select ${next(sql`${after ?? ''}::text`)}, 1
      union all select ${next(sql`named.key`)}, named.place + 1 from named
        where named.key is not null and named.place <= ${most})
    select named.key, named.place, newest.name, (select count(*)::int
      from (${shownOf(within, field, sql`named.key`)} limit ${counted}) counted) as count
    from named left join lateral (
      ${sourcesOf(db, within, field, sql`named.key`, sql`${revisionContent.content} ->> 'publisher' as name`)}
      order by l.ordinal desc limit 1) newest on true
    where named.key is not null and named.place <= ${most + 1}
    order by named.place`)
  const shown = rows.slice(0, most)
  return {
    outlets: shown.flatMap(({ key, name, count }) => (name === null ? [] : [{ key, name, count }])),
    next: rows.length > most ? (shown.at(-1)?.key ?? null) : null,
  }
}

/** The sources of an outlet, newest first, those numbered below `after`. */
export async function findSourcesOfOutlet(
  db: Queryable,
  within: ReadScope,
  field: string,
  key: string,
  after: number | null,
  most: number,
): Promise<SourceRow[]> {
  const columns = sql`${entry.id}::int as id, ${entry.number} as number, ${revisionContent.content} as content,
    ${revisionContent.schemaVersion} as "schemaVersion"`
  const beyond = after === null ? undefined : sql`l.ordinal < ${after}`
  return db.execute<Record<string, unknown> & SourceRow>(sql`
    ${sourcesOf(db, within, field, sql`${key}::text`, columns, beyond)} order by l.ordinal desc limit ${most}`)
}
