import { type SQL, sql } from 'drizzle-orm'
import type { EntryKind } from '@/db/entries/schema'
import { searchRanges, searchRow } from './schema'
import { inEachConfiguration } from './search-configurations'

/** For a phrase so many times as many entries are looked at that have its words somewhere. */
const TIMES_FOR_A_PHRASE = 3

/**
 * What the row `asked` has of a web search: the query `words`, in each configuration in use, and whether there
 * `is_alone` one; the query for the index (`loosely`: a phrase as its words; null for excluded words only, since no
 * index could find that); whether that `is_exact`; whether it `is_strict`, with quotes or excluded words; how many
 * times as much is `looked_at`.
 */
export const wordsAsked = (query: SQL): SQL => sql`
  select words, loosely, is_alone, is_alone and coalesce(words = loosely, true) as is_exact, words::text ~ '(^|[ (])!' or ${query} like '%"%' as is_strict,
    case when words = loosely then 1 else ${sql.raw(String(TIMES_FOR_A_PHRASE))} end as looked_at
  from (
    select words, is_alone, case when querytree(words) not in ('', 'T') then regexp_replace(
      case when words::text like '%!(%' then querytree(words) else words::text end, '<(-|\\d+)>', '&', 'g')::tsquery end as loosely
    from (${inEachConfiguration(sql`websearch_to_tsquery(used.configuration::regconfig, ${query})`)}) asked_for
  ) looked_up`

/**
 * Entries of a kind that match `asked`, oldest first: their `id`, and whether the loose query `is_match` in the
 * language of the entry. The words come from a subquery on purpose: the planner, who does not see them, takes them for
 * rare and uses the index.
 */
export const matchingWords = (kind: EntryKind, most: number): SQL => sql`
  select id, (select is_exact from asked) or vector @@ case when (select is_alone from asked) then (select words from asked)
    else websearch_to_tsquery(configuration::regconfig, (select query from asked)) end as is_match
  from (${inRanges(kind, sql`(select loosely from asked)`)}) found
  limit (select looked_at * ${sql.raw(String(most))} from asked)`

/**
 * Entries of a kind that match `words`, which are to be hidden from the planner: `id`, `vector` and `configuration`.
 * Range by range, and none is begun before those before it are exhausted; so whoever wants a few stops early.
 */
export const inRanges = (kind: EntryKind, words: SQL): SQL =>
  sql.join(
    searchRanges(searchRow.entryId).map(
      ([, isInRange]) => sql`
    select ${searchRow.entryId} as id, ${searchRow.vector} as vector, ${searchRow.configuration} as configuration from ${searchRow}
    where ${searchRow.kind} = ${sql.raw(`'${kind}'`)} and ${isInRange} and ${searchRow.vector} @@ ${words}`,
    ),
    sql` union all `,
  )
