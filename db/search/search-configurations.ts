import { eq, inArray, type SQL, sql } from 'drizzle-orm'
import { pageFacet } from '@/db/entries/schema'
import type { Tx } from '@/db/postgres/client'
import { searchRow } from '@/db/search/schema'

/** PostgreSQL's text search configurations, by language (ISO 639-1). */
const CONFIGURATIONS: Partial<Record<string, string>> = {
  ...{ ar: 'arabic', ca: 'catalan', da: 'danish', de: 'german', el: 'greek', en: 'english', es: 'spanish' },
  ...{ eu: 'basque', fi: 'finnish', fr: 'french', ga: 'irish', hi: 'hindi', hu: 'hungarian', hy: 'armenian' },
  ...{ id: 'indonesian', it: 'italian', lt: 'lithuanian', nb: 'norwegian', ne: 'nepali', nl: 'dutch' },
  ...{ nn: 'norwegian', no: 'norwegian', pt: 'portuguese', ro: 'romanian', ru: 'russian', sr: 'serbian' },
  ...{ sv: 'swedish', ta: 'tamil', tr: 'turkish', yi: 'yiddish' },
}

/** The configuration for a language (BCP 47); English where PostgreSQL has none. */
export const configurationFor = (language: string): string =>
  CONFIGURATIONS[language.split('-')[0]?.toLowerCase() ?? ''] ?? 'english'

/**
 * The words of a label and a text, those of the label weighted higher. All three are values of the statement; the texts
 * are words as lib/text folds them.
 */
export const vectorOf = (configuration: SQL, label: SQL, text: SQL): SQL =>
  sql`setweight(to_tsvector(${configuration}::text::regconfig, ${label}::text), 'A') || to_tsvector(${configuration}::text::regconfig, ${text}::text)`

/** The configurations in use, each found in the index without scanning the others: rows of `configuration`. */
export const configurationsInUse: SQL = sql`(
  with recursive used(configuration) as (
    (select ${searchRow.configuration} from ${searchRow} order by 1 limit 1)
    union all
    select (select ${searchRow.configuration} from ${searchRow}
      where ${searchRow.configuration} > used.configuration order by 1 limit 1)
    from used where used.configuration is not null
  ) select configuration from used where configuration is not null)`

/** A query in each configuration in use, combined; `asked` builds it from `configuration`. */
export const inEachConfiguration = (asked: SQL): SQL => sql`
  select coalesce(string_agg('(' || one::text || ')', ' | '), '')::tsquery as words, count(*) <= 1 as is_alone
  from ${configurationsInUse} used cross join lateral (select ${asked} as one) each where one::text <> ''`

export interface SearchedText {
  id: number
  label: string
  text: string
  /** The language (BCP 47) that the entry states, if it does. */
  language: string | null
}

/** What search knows of those of these entries that it shows. */
export async function findSearchedTexts(tx: Tx, ids: number[]): Promise<SearchedText[]> {
  return tx
    .select({
      id: searchRow.entryId,
      label: searchRow.label,
      text: searchRow.text,
      language: pageFacet.language,
    })
    .from(searchRow)
    .leftJoin(pageFacet, eq(pageFacet.entryId, searchRow.entryId))
    .where(inArray(searchRow.entryId, ids))
}
