import { type SQL, sql } from 'drizzle-orm'
import { type EntryKind, entry, factFacet, pageFacet, title } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { idList, prepared } from '@/db/postgres/prepared'
import { revision } from '@/db/revisions/schema'
import { factStanding } from '@/db/standings/schema'
import { isUnsourcedPrivateLife } from '@/db/visibility/private-life'
import { type ReadScope, shownEntries } from '@/db/visibility/read-scope'
import { isWithheld } from '@/db/visibility/withheld'
import { relation, titleRelation } from './schema'

const { placeholder } = sql

/** An entry that names a page in a field. */
export interface EndRow {
  field: string
  id: number
  kind: EntryKind
  number: number
  label: string
  /** Its place in a work, or a fact's number; 0 for none. */
  ordinal: number
}

const columns = {
  field: sql<string>`ends.field`,
  id: entry.id,
  kind: entry.kind,
  number: entry.number,
  label: entry.label,
  ordinal: sql<number>`ends.ordinal`,
}

/** The order of ends; `l` is a row of one of the tables. */
const order = sql`l.ordinal, l.sort_key, l.from_id`

/** What the scope shows of the entries that rows `l` come from: no deleted or closed one, no unsourced private life. */
const shown = (within: ReadScope) => sql`
  join ${entry} on ${entry.id} = l.from_id and ${shownEntries(within) ?? sql`true`}
  left join ${factFacet} on ${factFacet.entryId} = l.from_id
  left join ${factStanding} on ${factStanding.entryId} = l.from_id
  where not ${isUnsourcedPrivateLife}`

/** The keys by which rows name the page: all its titles, former ones too. */
const keysOf = (id: SQL) => sql`select t.key from ${title} t where t.entry_id = ${id}`

const toPage = sql`l.to_id = ${placeholder('id')}::bigint and l.field = asked.field`
const toTitle = sql`l.key = named.key and l.field = asked.field`

/** One comparison of rows, which the index that gives the order bounds the list by. */
const isBeyond = sql`l.until is null and l.from_id <> all(${placeholder('except')}::bigint[])
  and (l.ordinal, l.sort_key, l.from_id) > (
    ${placeholder('ordinal')}::integer, ${placeholder('sortKey')}::text, ${placeholder('after')}::bigint)`

/**
 * Of each of the fields `asked` the first rows by id and by each title: each partial list is read in the order of an
 * index, and up to `most` only.
 */
const firstOfEach = (within: ReadScope) => sql`
  unnest(${placeholder('fields')}::text[]) with ordinality as asked (field, place) cross join lateral (
    (select l.from_id, l.ordinal, l.sort_key from ${relation} l ${shown(within)} and ${toPage} and ${isBeyond}
      order by ${order} limit ${placeholder('most')}::integer)
    union (select by_title.* from (${keysOf(sql`${placeholder('id')}::bigint`)}) named cross join lateral (
      select l.from_id, l.ordinal, l.sort_key from ${titleRelation} l ${shown(within)} and ${toTitle} and ${isBeyond}
      order by ${order} limit ${placeholder('most')}::integer) by_title)) first`

const firstEnds = prepared((db, within: ReadScope) =>
  db
    .select(columns)
    .from(sql`(select asked.field, asked.place, first.* from ${firstOfEach(within)}) ends`)
    .innerJoin(entry, sql`${entry.id} = ends.from_id`)
    .orderBy(sql`ends.ordinal, ends.sort_key, ends.from_id, ends.place`)
    .prepare('first_ends'),
)

/** The place of an entry among the members of any field. */
export interface EndPlace {
  ordinal: number
  sortKey: string
  id: number
}

/** Before all members. */
const FIRST: EndPlace = { ordinal: -1, sortKey: '', id: 0 }

/**
 * What names a page in each of `fields` today: of each at least the first `most` beyond `after`, in order, without those of
 * `except`; an entry that names it in two of the fields is given twice.
 */
export async function findEnds(
  db: Queryable,
  within: ReadScope,
  id: number,
  fields: string[],
  { after = null, except = [], most }: { after?: EndPlace | null; except?: number[]; most: number },
): Promise<EndRow[]> {
  const { id: from, ...order } = after ?? FIRST
  return firstEnds(db, within).execute({
    ...{ id, fields, most, except: idList(except) },
    ...{ after: from, ...order },
  })
}

/** The place of a page or a fact among members; null for what is neither. Of a title so many characters are ordered by. */
export async function findEndPlace(db: Queryable, id: number): Promise<EndPlace | null> {
  const [row] = await db
    .select({
      id: entry.id,
      ordinal: sql<number>`case when ${pageFacet.entryId} is null then ${entry.number} else coalesce(${pageFacet.ordinal}, 0) end`,
      sortKey: sql<string>`coalesce(left(${pageFacet.sortKey}, 100), '')`,
    })
    .from(entry)
    .leftJoin(pageFacet, sql`${pageFacet.entryId} = ${entry.id}`)
    .where(sql`${entry.id} = ${id}`)
  return row ?? null
}

/**
 * How many entries name a page in any of `fields` today; hidden ones are not counted. The first of them are looked at, up
 * to `most`, so that very many cost no more: null where there are so many, however many of those are hidden.
 */
export async function countEnds(
  db: Queryable,
  within: ReadScope,
  id: number,
  fields: string[],
  most: number,
): Promise<number | null> {
  const isOpen = sql`l.field = any(${sql.param(fields)}::text[]) and l.until is null`
  const [row] = await db.execute<{ count: number; seen: number }>(sql`with
    by_id as materialized (select l.from_id from ${relation} l where l.to_id = ${id} and ${isOpen} limit ${most}),
    by_title as materialized (select l.from_id from ${titleRelation} l
      where l.key in (${keysOf(sql`${id}`)}) and ${isOpen} limit ${most})
    select (select count(*)::int from (table by_id union table by_title) l ${shown(within)}) as count,
      greatest((select count(*) from by_id), (select count(*) from by_title))::int as seen`)
  return row === undefined || row.seen >= most ? null : row.count
}

/**
 * The same of very many, on an index alone and up to `most`: hidden ones are counted as well, and those that name the page
 * twice twice.
 */
export async function countEndsRoughly(
  db: Queryable,
  id: number,
  fields: string[],
  most: number,
): Promise<number> {
  const isOpen = sql`l.field = any(${sql.param(fields)}::text[]) and l.until is null`
  const [row] = await db.execute<{ count: number }>(sql`select count(*)::int as count from (
    (select 1 from ${relation} l where l.to_id = ${id} and ${isOpen} limit ${most})
    union all (select 1 from ${titleRelation} l where l.key in (${keysOf(sql`${id}`)}) and ${isOpen} limit ${most})) l`)
  return Math.min(row?.count ?? 0, most)
}

/**
 * What named a page in each of `fields` as of a place in the publish sequence, and is shown today, under today's labels:
 * not where the text that named it is withheld; without those of `except`. Of very many those that named it first, at most `most` of a field.
 */
export async function findEndsAsOf(
  db: Queryable,
  within: ReadScope,
  id: number,
  fields: string[],
  { sequence, except, most }: { sequence: number; except: number[]; most: number },
): Promise<EndRow[]> {
  const held = sql`l.field = asked.field and l.since <= ${sequence} and (l.until is null or l.until > ${sequence})
    and l.from_id <> all(${sql.param(except)}::bigint[])`
  const named = sql`select l.from_id, l.ordinal, l.sort_key from`
  // Looked up for each of them, what is withheld as well: the planner expects as many as the fields allow, and would
  // scan whole tables.
  const oneEntry = sql`lateral (select * from ${entry} e where e.id = ends.from_id limit 1) as ${entry}`
  const textThen = sql`lateral (select * from ${revision} r where r.entry_id = ends.from_id
    and r.sequence <= ${sequence} order by r.sequence desc limit 1) as ${revision}`
  const rows = await db.execute<{ [K in keyof EndRow]: EndRow[K] }>(sql`
    select ends.field, ${entry.id}::int as id, ${entry.kind}, ${entry.number}, ${entry.label}, ends.ordinal
    from (select asked.field, l.* from unnest(${sql.param(fields)}::text[]) as asked (field) cross join lateral (
      (${named} ${relation} l where l.to_id = ${id} and ${held} order by l.since limit ${most})
      union (select by_title.* from (${keysOf(sql`${id}`)}) named cross join lateral (
        ${named} ${titleRelation} l where l.key = named.key and ${held} order by ${order} limit ${most}) by_title)
    ) l) ends
    cross join ${oneEntry} cross join ${textThen}
    left join ${factFacet} on ${factFacet.entryId} = ends.from_id
    left join ${factStanding} on ${factStanding.entryId} = ends.from_id
    where ${shownEntries(within) ?? sql`true`} and not (select ${isWithheld(db, within, 'text')})
      and not ${isUnsourcedPrivateLife}
    order by ends.ordinal, ends.sort_key, ends.from_id`)
  return [...rows]
}
