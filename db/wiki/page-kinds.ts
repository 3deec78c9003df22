import { and, asc, eq, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'
import { infoboxField, pageKind } from '@/db/wiki/schema'

export type PageKind = typeof pageKind.$inferSelect
export type InfoboxField = typeof infoboxField.$inferSelect

/** All kinds of pages, in the wiki's order. */
export async function findPageKinds(db: Queryable): Promise<PageKind[]> {
  return db.select().from(pageKind).orderBy(asc(pageKind.position))
}

const kindByKey = prepared((db) =>
  db
    .select()
    .from(pageKind)
    .where(eq(pageKind.key, sql.placeholder('key')))
    .prepare('page_kind'),
)

/** One kind; null when the wiki has none of that key. */
export async function findPageKind(db: Queryable, key: string): Promise<PageKind | null> {
  const [row] = await kindByKey(db).execute({ key })
  return row ?? null
}

const fieldsOfKind = prepared((db) =>
  db
    .select()
    .from(infoboxField)
    .where(eq(infoboxField.kind, sql.placeholder('kind')))
    .orderBy(asc(infoboxField.position))
    .prepare('infobox_fields'),
)

/** The infobox fields of a kind in the order in which they are shown. */
export async function findFieldsOfKind(db: Queryable, kind: string): Promise<InfoboxField[]> {
  return fieldsOfKind(db).execute({ kind })
}

const fieldsOfKinds = prepared((db) =>
  db
    .select()
    .from(infoboxField)
    .where(sql`${infoboxField.kind} = any(${sql.placeholder('kinds')}::text[])`)
    .orderBy(asc(infoboxField.kind), asc(infoboxField.position))
    .prepare('infobox_fields_of_kinds'),
)

/** The infobox fields of these kinds, each kind's in the order in which they are shown. */
export async function findInfoboxFields(db: Queryable, kinds: string[]): Promise<InfoboxField[]> {
  if (kinds.length === 0) return []
  return fieldsOfKinds(db).execute({ kinds })
}

/** One field of a kind; null when the kind has none of that key. */
export async function findInfoboxField(
  db: Queryable,
  kind: string,
  key: string,
): Promise<InfoboxField | null> {
  return (await findFieldsOfKind(db, kind)).find((field) => field.key === key) ?? null
}

/** Changes a field to what is given. */
export async function updateInfoboxField(tx: Tx, { kind, key, ...field }: InfoboxField): Promise<void> {
  await tx
    .update(infoboxField)
    .set(field)
    .where(and(eq(infoboxField.kind, kind), eq(infoboxField.key, key)))
}

const reverseLabels = prepared((db) =>
  db
    .select({
      kind: sql<string>`ends.kind`,
      key: sql<string | null>`ends.key`,
      label: sql<string>`ends.label`,
    })
    .from(
      sql`(select ${pageKind.key} as kind, null as key, ${pageKind.partsLabel} as label, ${pageKind.position} as place,
          -1 as within from ${pageKind} where ${pageKind.partsLabel} is not null
        union all select ${infoboxField.kind}, ${infoboxField.key}, ${infoboxField.reverseLabel}, ${pageKind.position},
          ${infoboxField.position} from ${infoboxField} join ${pageKind} on ${pageKind.key} = ${infoboxField.kind}
          where ${infoboxField.reverseLabel} is not null and ${infoboxField.type} in ('page', 'pages')) ends`,
    )
    .orderBy(sql`ends.place, ends.within, ends.key`)
    .prepare('reverse_labels'),
)

/** How a page shows what names it in a field of another; `key` is null for the pages that have their place in it. */
export interface ReverseLabel {
  kind: string
  key: string | null
  label: string
}

/** Those of all fields that have one, and hold pages; in the wiki's order. */
export async function findReverseLabels(db: Queryable): Promise<ReverseLabel[]> {
  return reverseLabels(db).execute()
}

/** Adds kinds and fields that are not there yet. */
export async function insertPageKinds(
  tx: Tx,
  kinds: (typeof pageKind.$inferInsert)[],
  fields: (typeof infoboxField.$inferInsert)[],
): Promise<void> {
  if (kinds.length > 0) await tx.insert(pageKind).values(kinds).onConflictDoNothing()
  if (fields.length > 0) await tx.insert(infoboxField).values(fields).onConflictDoNothing()
}
