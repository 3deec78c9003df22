import { asc, eq, inArray, sql } from 'drizzle-orm'
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

/** The infobox fields of these kinds, each kind's in the order in which they are shown. */
export async function findInfoboxFields(db: Queryable, kinds: string[]): Promise<InfoboxField[]> {
  if (kinds.length === 0) return []
  return db
    .select()
    .from(infoboxField)
    .where(inArray(infoboxField.kind, kinds))
    .orderBy(asc(infoboxField.kind), asc(infoboxField.position))
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
