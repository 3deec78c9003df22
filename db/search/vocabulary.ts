import { sql } from 'drizzle-orm'
import { entryKinds } from '@/db/entries/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { textHiddenFromPlanner } from '@/db/postgres/hidden-from-planner'
import { revision } from '@/db/revisions/schema'
import { searchRow, searchWord } from '@/db/search/schema'
import { inRanges } from './matching-words'
import { inEachConfiguration } from './search-configurations'

/** Entries with a revision after this place in the publish sequence, with their texts; at most `most` revisions. */
export async function findTextsAfter(
  tx: Tx,
  sequence: number,
  most: number,
): Promise<{ last: number; count: number; texts: { label: string; text: string }[] }> {
  const rows = await tx
    .select({ id: revision.entryId, sequence: revision.sequence })
    .from(revision)
    .where(sql`${revision.sequence} > ${sequence}`)
    .orderBy(revision.sequence)
    .limit(most)
  const ids = [...new Set(rows.map(({ id }) => id))]
  const texts = await tx
    .select({ label: searchRow.label, text: searchRow.text })
    .from(searchRow)
    .where(sql`${searchRow.entryId} = any(${sql.param(ids)}::bigint[])`)
  return { last: rows.at(-1)?.sequence ?? sequence, count: rows.length, texts }
}

/** Adds folded words to those that are known; those that are there stay. */
export async function addWords(tx: Tx, words: readonly string[]): Promise<void> {
  if (words.length === 0) return
  await tx.execute(sql`insert into ${searchWord} select distinct one from unnest(${sql.param([...words])}::text[]) one
    on conflict do nothing`)
}

/** The known words after this one, in the order of bytes, at most `most`. */
export async function findWordsAfter(tx: Tx, word: string, most: number): Promise<string[]> {
  const rows = await tx
    .select({ word: searchWord.word })
    .from(searchWord)
    .where(sql`${searchWord.word} > ${word}`)
    .orderBy(searchWord.word)
    .limit(most)
  return rows.map((row) => row.word)
}

/** Forgets those of these words that no entry has in any form. */
export async function forgetUnused(tx: Tx, words: readonly string[]): Promise<void> {
  const inForms = sql`(select words from (${inEachConfiguration(sql`plainto_tsquery(used.configuration::regconfig, ${searchWord.word})`)}) asked)`
  const anyHaving = sql.join(
    entryKinds.map((kind) => sql`exists (select from (${inRanges(kind, inForms)}) having_it limit 1)`),
    sql` or `,
  )
  await tx.execute(sql`delete from ${searchWord}
    where ${searchWord.word} = any(${sql.param([...words])}::text[]) and not (${anyHaving})`)
}

/** How many similar words are compared for one. */
const MOST_ALIKE = 40

/** For each of these words whether it is known, and if not, known words with some of its letters in a row. */
export async function findAlike(
  db: Queryable,
  words: readonly string[],
): Promise<Map<string, { isKnown: boolean; alike: string[] }>> {
  const rows = await Promise.all(
    words.map((word) =>
      db.execute<{ is_known: boolean; alike: string[] }>(sql`
        select is_known, case when is_known then '{}' else array(
          select word from ${searchWord} where set_config('pg_trgm.similarity_threshold', '0.3', true) is not null
            and ${searchWord.word} % ${textHiddenFromPlanner(word)}
          order by similarity(${searchWord.word}, ${word}) desc, ${searchWord.word} limit ${sql.raw(String(MOST_ALIKE))}) end as alike
        from (select exists (select from ${searchWord} where ${searchWord.word} = ${word}) as is_known) known`),
    ),
  )
  return new Map(
    words.map((word, at) => {
      const row = rows[at]?.[0]
      return [word, { isKnown: row?.is_known ?? true, alike: row?.alike ?? [] }]
    }),
  )
}
