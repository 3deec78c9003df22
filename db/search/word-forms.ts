import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/postgres/client'

/** Words of texts, each with the text search configuration of its text. */
export type Word = readonly [configuration: string, word: string]

/**
 * Which of these words are forms of one of the words `asked`, by the rules of their configuration, as `configuration
 * word`. All are folded.
 */
export async function findForms(
  db: Queryable,
  words: readonly Word[],
  asked: readonly string[],
): Promise<Set<string>> {
  if (words.length === 0 || asked.length === 0) return new Set()
  const [configurations, texts] = [0, 1].map((at) => sql.param(words.map((word) => word[at])))
  const rows = await db.execute<{ form: string }>(sql`
    select configuration || ' ' || word as form from unnest(${configurations}::text[], ${texts}::text[]) of_texts (configuration, word)
    where exists (select from unnest(${sql.param([...asked])}::text[]) one
      where to_tsvector(configuration::regconfig, word) @@ plainto_tsquery(configuration::regconfig, one))`)
  return new Set(rows.map(({ form }) => form))
}
