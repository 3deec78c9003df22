import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'
import { searchRow } from '@/db/search/schema'
import { vectorOf } from '@/db/search/search-configurations'

const { placeholder } = sql

type SearchRow = Required<Omit<typeof searchRow.$inferInsert, 'vector'>>

const given = {
  label: sql`${placeholder('label')}`,
  text: sql`${placeholder('text')}`,
  configuration: sql`${placeholder('configuration')}`,
}

const newSearchText = prepared((db) =>
  db
    .update(searchRow)
    .set({ ...given, vector: vectorOf(given.configuration, given.label, given.text) })
    .where(eq(searchRow.entryId, placeholder('entryId')))
    .returning({ entryId: searchRow.entryId })
    .prepare('new_search_text'),
)

/**
 * Replaces the search row of a locked entry. An update where it exists: an `INSERT … ON CONFLICT` would extract the
 * words twice.
 */
export async function replaceSearchRow(tx: Tx, row: SearchRow): Promise<void> {
  const { entryId, label, text, configuration } = row
  const updated = await newSearchText(tx).execute({ entryId, label, text, configuration })
  if (updated.length === 0) await insertSearchRow(tx, row)
}

/** Adds a search row for an entry without one. */
export async function insertSearchRow(tx: Tx, row: SearchRow): Promise<void> {
  const { label, text, configuration } = row
  const vector = vectorOf(sql`${configuration}`, sql`${label}`, sql`${text}`)
  await tx.insert(searchRow).values({ ...row, vector })
}

/** Removes an entry's search row. */
export async function removeSearchRow(tx: Tx, entryId: number): Promise<void> {
  await tx.delete(searchRow).where(eq(searchRow.entryId, entryId))
}
