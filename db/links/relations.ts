import { type SQL, sql } from 'drizzle-orm'
import { title } from '@/db/entries/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'
import { relation, titleRelation } from './schema'

const { placeholder } = sql

/** An entry whose relations are written: its place in the publish sequence, and its order at the other ends. */
export interface NamingHead {
  id: number
  sequence: number
  ordinal: number
  sortKey: string
}

/** A page that an entry names in a field: by its id, or by the key of a title. */
export interface NewRelation {
  fromId: number
  field: string
  /** The position among the pages that the field names. */
  position: number
  to: number | string
}

interface Kept {
  name: string
  table: SQL
  /** The column that names the other end, and its type. */
  end: SQL
  type: SQL
  /** The page that it is, of what `changed`; none for a free title. */
  page: SQL
}

const byId: Kept = {
  name: 'new_relations',
  table: sql`${relation}`,
  end: sql`to_id`,
  type: sql`bigint`,
  page: sql`select "to" as id from changed`,
}

const byTitle: Kept = {
  name: 'new_title_relations',
  table: sql`${titleRelation}`,
  end: sql`key`,
  type: sql`text`,
  page: sql`select t.entry_id as id from changed join ${title} t on t.key = changed."to"`,
}

/**
 * One statement for all of them: rows that are no longer named are closed as of the head, or deleted where they began
 * with it; new ones are opened; the others keep their `since` and follow the head's order. Gives the pages at the ends
 * that changed.
 */
const replacing = ({ name, table, end, type, page }: Kept) =>
  prepared((db) => {
    const heads = (columns: SQL) =>
      sql`jsonb_to_recordset(${placeholder('heads')}::text::jsonb) as heads (${columns})`
    const named = sql`jsonb_to_recordset(${placeholder('named')}::text::jsonb)
      as named ("fromId" bigint, field text, "to" ${type}, position smallint)`
    const isGone = sql`(r.from_id, r.field, r.${end}, r.since) = (gone.from_id, gone.field, gone.${end}, gone.since)`
    const to = { to: sql`"to"`.as('to') }
    const gone = db.$with('gone', {}).as(sql`select r.from_id, r.field, r.${end}, r.since, heads.sequence
      from ${table} r join ${heads(sql`id bigint, sequence bigint`)} on heads.id = r.from_id
      where r.until is null and not exists (select 1 from ${named}
        where (named."fromId", named.field, named."to") = (r.from_id, r.field, r.${end}))`)
    const deleted = db.$with('deleted', to).as(sql`delete from ${table} r using gone
      where ${isGone} and gone.since >= gone.sequence returning r.${end} as "to"`)
    const closed = db.$with('closed', to).as(sql`update ${table} r set until = gone.sequence from gone
      where ${isGone} and gone.since < gone.sequence returning r.${end} as "to"`)
    const opened = db.$with('opened', to).as(sql`insert into ${table} as r
      (from_id, field, ${end}, position, since, ordinal, sort_key)
      select named."fromId", named.field, named."to", named.position, heads.sequence, heads.ordinal, heads."sortKey"
      from ${named} join ${heads(sql`id bigint, sequence bigint, ordinal integer, "sortKey" text`)}
        on heads.id = named."fromId"
      on conflict (from_id, field, ${end}) where until is null do update
        set position = excluded.position, ordinal = excluded.ordinal, sort_key = excluded.sort_key
        where (r.position, r.ordinal, r.sort_key) <> (excluded.position, excluded.ordinal, excluded.sort_key)
      returning r.${end} as "to"`)
    const changed = db
      .$with('changed', to)
      .as(sql`select "to" from deleted union select "to" from closed union select "to" from opened`)
    return db
      .with(gone, deleted, closed, opened, changed)
      .select({ id: sql<number>`page.id::int` })
      .from(sql`(${page}) page`)
      .prepare(name)
  })

const newRelations = replacing(byId)
const newTitleRelations = replacing(byTitle)

/**
 * Makes the open relations of these entries, by id and by title, those that they name now. Gives the pages at the other
 * ends of whatever changed. Under the publish lock. Names each end of a field at most once.
 */
export async function replaceRelations(tx: Tx, heads: NamingHead[], named: NewRelation[]): Promise<number[]> {
  const titles = named.filter((one) => !isById(one))
  const [byIds, byTitles] = await Promise.all([
    replaceIdRelations(tx, heads, named.filter(isById)),
    newTitleRelations(tx).execute({ heads: JSON.stringify(heads), named: JSON.stringify(titles) }),
  ])
  return [...byIds, ...byTitles.map(({ id }) => id)]
}

const isById = ({ to }: NewRelation) => typeof to === 'number'

/** The same for entries that name pages by their ids alone. */
export async function replaceIdRelations(
  tx: Tx,
  heads: NamingHead[],
  named: NewRelation[],
): Promise<number[]> {
  const rows = await newRelations(tx).execute({ heads: JSON.stringify(heads), named: JSON.stringify(named) })
  return rows.map(({ id }) => id)
}

/** The pages that these entries name in fields of a type: today, or `ever` in any of their versions. */
export async function findPagesNamed(
  db: Queryable,
  fromIds: number[],
  when: 'today' | 'ever',
): Promise<number[]> {
  if (fromIds.length === 0) return []
  const ids = sql`any(${sql.param(fromIds)}::bigint[])`
  const held = when === 'today' ? sql`and until is null` : sql``
  const rows = await db.execute<{ id: number }>(sql`
    select to_id::int as id from ${relation} where from_id = ${ids} ${held}
    union select t.entry_id::int from ${titleRelation} r join ${title} t on t.key = r.key
      where from_id = ${ids} ${held}`)
  return rows.map(({ id }) => id)
}

/** Deletes the titles that an entry named once and no longer does: they are words that it said. */
export async function forgetClosedTitleRelations(tx: Tx, fromId: number): Promise<void> {
  await tx
    .delete(titleRelation)
    .where(sql`${titleRelation.fromId} = ${fromId} and ${titleRelation.until} is not null`)
}
