import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'
import { searchRow } from '@/db/search/schema'
import { vectorOf } from '@/db/search/search-configurations'

const { placeholder } = sql

/** What search knows of an entry. The words are those of its label and its text, as lib/text folds them. */
export type SearchRow = Required<Omit<typeof searchRow.$inferInsert, 'vector'>> & {
  labelWords: string
  textWords: string
}

const given = {
  label: sql`${placeholder('label')}`,
  text: sql`${placeholder('text')}`,
  configuration: sql`${placeholder('configuration')}`,
}

const newSearchText = prepared((db) =>
  db
    .update(searchRow)
    .set({
      ...given,
      vector: vectorOf(
        given.configuration,
        sql`${placeholder('labelWords')}`,
        sql`${placeholder('textWords')}`,
      ),
    })
    .where(eq(searchRow.entryId, placeholder('entryId')))
    .returning({ entryId: searchRow.entryId })
    .prepare('new_search_text'),
)

/**
 * Replaces the search row of a locked entry. An update where it exists: an `INSERT … ON CONFLICT` would extract the
 * words twice.
 */
export async function replaceSearchRow(tx: Tx, row: SearchRow): Promise<void> {
  const { kind: _, ...given } = row
  const updated = await newSearchText(tx).execute(given)
  if (updated.length === 0) await insertSearchRow(tx, row)
}

/** Adds a search row for an entry without one. */
export async function insertSearchRow(tx: Tx, row: SearchRow): Promise<void> {
  const { labelWords, textWords, ...values } = row
  const vector = vectorOf(sql`${row.configuration}`, sql`${labelWords}`, sql`${textWords}`)
  await tx.insert(searchRow).values({ ...values, vector })
}

/** Removes an entry's search row. */
export async function removeSearchRow(tx: Tx, entryId: number): Promise<void> {
  await tx.delete(searchRow).where(eq(searchRow.entryId, entryId))
}

/** The words of one locked entry, taken out anew. */
export type TakenWords = Pick<SearchRow, 'entryId' | 'configuration' | 'labelWords' | 'textWords'>

/** Replaces the words of these locked entries. */
export async function replaceWords(tx: Tx, rows: TakenWords[]): Promise<void> {
  if (rows.length === 0) return
  const all = (of: (row: TakenWords) => unknown) => sql.param(rows.map(of))
  await tx.execute(sql`update ${searchRow} set configuration = taken.configuration,
    vector = ${vectorOf(sql`taken.configuration`, sql`taken.label`, sql`taken.text`)}
    from unnest(${all((row) => row.entryId)}::bigint[], ${all((row) => row.configuration)}::text[],
      ${all((row) => row.labelWords)}::text[], ${all((row) => row.textWords)}::text[]) taken (id, configuration, label, text)
    where ${searchRow.entryId} = taken.id`)
}
