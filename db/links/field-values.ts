import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'
import { fieldValue } from './schema'

const { placeholder } = sql

/** A value of a field as it is stored. */
export type FieldValueRow = Required<typeof fieldValue.$inferInsert>

const columns = sql`"entryId" bigint, field text, position smallint, type field_type, fits boolean,
  number double precision, unit text, "firstDay" date, "lastDay" date, "isApproximate" boolean, "boolean" boolean`

const newFieldValues = prepared((db) => {
  const named = sql`jsonb_to_recordset(${placeholder('rows')}::text::jsonb) as named (${columns})`
  const gone = db.$with('gone', {}).as(sql`delete from ${fieldValue} v
    where v.entry_id = any(${placeholder('ids')}::bigint[]) and not exists (select 1 from ${named}
      where (named."entryId", named.field, named.position) = (v.entry_id, v.field, v.position))`)
  const values = ['type', 'fits', 'number', 'unit', 'first_day', 'last_day', 'is_approximate', 'boolean']
  const listed = (of: string) =>
    sql.join(
      values.map((name) => sql`${sql.raw(of)}.${sql.identifier(name)}`),
      sql`, `,
    )
  const set = sql.join(
    values.map((name) => sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`),
    sql`, `,
  )
  const written = db.$with('written', {}).as(sql`insert into ${fieldValue} as v select * from ${named}
    on conflict (entry_id, field, position) do update set ${set}
    where (${listed('v')}) is distinct from (${listed('excluded')})`)
  return db
    .with(gone, written)
    .select({ isWritten: sql<boolean>`true` })
    .from(sql`(select 1) one`)
    .prepare('new_field_values')
})

/** Makes the values of these entries' fields these rows, in one statement. Under the publish lock. */
export async function replaceFieldValues(tx: Tx, entryIds: number[], rows: FieldValueRow[]): Promise<void> {
  await newFieldValues(tx).execute({ ids: `{${entryIds.join(',')}}`, rows: JSON.stringify(rows) })
}
