import { type SQL, sql } from 'drizzle-orm'
import { type EntryKind, entry, factFacet } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { factStanding } from '@/db/standings/schema'
import { isUnsourcedPrivateLife } from '@/db/visibility/private-life'
import { type ReadScope, shownEntries } from '@/db/visibility/read-scope'
import { fieldValue } from './schema'

/** The place of a date among all, in their order: by its first day, then by its last. */
export interface DatePlace {
  firstDay: string
  lastDay: string
  entryId: number
  field: string
  position: number
}

/** A date that an entry has in a field. Days are ISO 8601. */
export interface DateRow extends DatePlace {
  isApproximate: boolean
  kind: EntryKind
  number: number
  label: string
}

/** What a field's name begins with: its kind of page, or `$fact`. As the index `field_value_day` has it. */
const prefix = sql`split_part(v.field, '.', 1)`
const order = sql`v.first_day, v.last_day, v.entry_id, v.field, v.position`

/** The dates of one prefix, with what the scope shows of their entries. */
const shownDates = (within: ReadScope, where: SQL) => sql`from ${fieldValue} v
  join ${entry} on ${entry.id} = v.entry_id and ${shownEntries(within) ?? sql`true`}
  left join ${factFacet} on ${factFacet.entryId} = v.entry_id
  left join ${factStanding} on ${factStanding.entryId} = v.entry_id
  where ${prefix} = asked.prefix and v.first_day is not null and ${where}
    and not ${isUnsourcedPrivateLife}`

/** So many dates are looked at for one that is wanted: of some, the reader may know nothing. */
const TIMES_FOR_CLOSED = 2

/** The dates in fields whose names begin so, earliest first: those beyond `after`, from the day `from` on. */
export async function findDates(
  db: Queryable,
  within: ReadScope,
  prefixes: readonly string[],
  { after, from, most }: { after: DatePlace | null; from: string | null; most: number },
): Promise<DateRow[]> {
  const found: DateRow[] = []
  if (prefixes.length === 0) return found
  let [place, looked] = [after, most * TIMES_FOR_CLOSED]
  for (;;) {
    const rows = await lookAtDates(db, within, prefixes, { after: place, from, looked })
    for (const { isShown, ...row } of rows) if (isShown && found.length < most) found.push(row)
    const last = rows.at(-1)
    if (found.length >= most || rows.length < looked || !last) return found
    ;[place, looked] = [last, looked * TIMES_FOR_CLOSED]
  }
}

/**
 * The next `looked` dates, and which of them the scope shows; of the others nothing but their place. They are taken from
 * the index before anything is known of their entries: else the planner, who takes the dates of a kind for few, would
 * sort all of them.
 */
async function lookAtDates(
  db: Queryable,
  within: ReadScope,
  prefixes: readonly string[],
  { after, from, looked }: { after: DatePlace | null; from: string | null; looked: number },
): Promise<(DateRow & { isShown: boolean })[]> {
  const beyond = after
    ? sql`(${order}) > (${after.firstDay}::date, ${after.lastDay}::date, ${after.entryId}::bigint, ${after.field}::text, ${after.position}::smallint)`
    : sql`true`
  const since = from === null ? sql`true` : sql`v.first_day >= ${from}::date`
  const bound = sql.raw(String(looked))
  return db.execute<Record<string, unknown> & DateRow & { isShown: boolean }>(sql`
    with dated as materialized (
      select v.* from unnest(${sql.param([...prefixes])}::text[]) as asked (prefix) cross join lateral (
        select * from ${fieldValue} v
        where ${prefix} = asked.prefix and v.first_day is not null and ${beyond} and ${since}
        order by ${order} limit ${bound}) v
      order by ${order} limit ${bound})
    select v.first_day::text as "firstDay", v.last_day::text as "lastDay", v.entry_id::int as "entryId", v.field,
      v.position::int as position, coalesce(v.is_approximate, false) as "isApproximate",
      shown.entry_id is not null as "isShown", shown.kind, shown.number, shown.label
    from dated v left join lateral (
      select ${entry.id} as entry_id, ${entry.kind} as kind, ${entry.number} as number, ${entry.label} as label
      from ${entry} left join ${factFacet} on ${factFacet.entryId} = ${entry.id}
      left join ${factStanding} on ${factStanding.entryId} = ${entry.id}
      where ${entry.id} = v.entry_id and ${shownEntries(within) ?? sql`true`} and not ${isUnsourcedPrivateLife}
      limit 1) shown on true
    order by ${order}`)
}

/** The years in which such dates begin, the earliest first, at most `most`. */
export async function findYears(
  db: Queryable,
  within: ReadScope,
  prefixes: readonly string[],
  most: number,
): Promise<number[]> {
  if (prefixes.length === 0) return []
  const firstFrom = (day: SQL) => sql`(select min(v.first_day)
    from unnest(${sql.param([...prefixes])}::text[]) as asked (prefix) cross join lateral (
      select v.first_day ${shownDates(within, sql`v.first_day >= ${day}`)} order by ${order} limit 1) v)`
  const rows = await db.execute<{ year: number }>(sql`
    with recursive found (day, place) as (
      select ${firstFrom(sql`'-infinity'::date`)}, 1
      union all select ${firstFrom(sql`(date_trunc('year', found.day) + interval '1 year')::date`)}, found.place + 1
        from found where found.day is not null and found.place < ${most})
    select extract(year from day)::int as year from found where day is not null order by place`)
  return rows.map(({ year }) => year)
}
