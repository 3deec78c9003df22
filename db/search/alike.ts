import { and, not, sql } from 'drizzle-orm'
import { entry } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { isHiddenFrom } from '@/db/visibility/private-life'
import { existingEntries, type ReadScope } from '@/db/visibility/read-scope'
import { inRanges } from './matching-words'
import { configurationsInUse } from './search-configurations'

/** A word as it is indexed. */
export interface Lexeme {
  configuration: string
  lexeme: string
  /** The share of all entries that have it, as far as it is known to be frequent; else 0. */
  share: number
}

/**
 * The words of a text, folded, as each configuration in use indexes them: without what it leaves out, and each in its
 * basic form. How frequent they are is what the database noted when it last looked through the search data.
 */
export async function findLexemes(db: Queryable, words: string): Promise<Lexeme[]> {
  const rows = await db.execute<{ [K in keyof Lexeme]: Lexeme[K] }>(sql`
    with lexeme as (
      select used.configuration, unnest(tsvector_to_array(to_tsvector(used.configuration::regconfig, ${words}::text))) as lexeme
      from ${configurationsInUse} used
    ), frequent as materialized (
      select of_column.lexeme, of_column.share from pg_stats,
        unnest(most_common_elems::text::text[], most_common_elem_freqs) of_column (lexeme, share)
      where schemaname = any(current_schemas(false)) and tablename = 'search_row' and attname = 'vector'
        and of_column.lexeme = any(array(select lexeme from lexeme))
    )
    select configuration, lexeme.lexeme, coalesce(share, 0)::float8 as share
    from lexeme left join frequent on frequent.lexeme = lexeme.lexeme`)
  return [...rows]
}

/** A fact with the indexed words of its statement. */
export interface LexemesOfFact {
  id: number
  configuration: string
  lexemes: string[]
}

/** So many of these words are to stand `together` in a statement. */
export interface WordsTogether {
  words: readonly string[]
  together: number
}

const quoted = (lexeme: string) => `'${lexeme.replace(/['\\]/g, '$&$&')}':A`

/** As a query: each word with what has to stand beside it among those after it, so that little is looked at twice. */
function havingTogether({ words, together }: WordsTogether): string {
  if (together <= 1) return words.map(quoted).join(' | ')
  const each = words.flatMap((word, at) => {
    const others = words.slice(at + 1)
    if (others.length < together - 1) return []
    return `(${quoted(word)} & (${havingTogether({ words: others, together: together - 1 })}))`
  })
  return each.join(' | ')
}

/** Facts that the scope shows whose statements have as many of one of these groups of words; at most `most`, oldest first. */
export async function findFactsHaving(
  db: Queryable,
  within: ReadScope,
  groups: readonly WordsTogether[],
  most: number,
): Promise<LexemesOfFact[]> {
  const asked = groups.map(havingTogether).join(' | ')
  if (asked === '') return []
  const shown = and(not(isHiddenFrom(within)), existingEntries(within))
  const rows = await db.execute<{ [K in keyof LexemesOfFact]: LexemesOfFact[K] }>(sql`
    select having_them.id::int as id, configuration, tsvector_to_array(ts_filter(vector, '{a}')) as lexemes
    from (${inRanges('fact', sql`(select ${asked}::tsquery)`)}) having_them join ${entry} on ${entry.id} = having_them.id
    where ${shown} limit ${most}`)
  return [...rows]
}
