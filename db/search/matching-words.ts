import { type SQL, sql } from 'drizzle-orm'
import { type EntryKind, entry } from '@/db/entries/schema'
import { searchRanges, searchRow } from './schema'
import { configurationsInUse } from './search-configurations'

/** For a phrase so many times as many entries are looked at that have its words somewhere. */
const TIMES_FOR_A_PHRASE = 3

/**
 * What the row `asked` has of a search, made of `exact` and `loose` as `to_tsquery` reads them: the query `words`, in each
 * configuration in use, and whether there `is_alone` one; the query for the index (`loosely`: words in any order; null
 * where no index could find any); whether that `is_exact`; how many times as much is `looked_at`.
 */
export const wordsAsked = (exact: SQL, loose: SQL): SQL => sql`
  select words, loosely, is_alone, is_alone and words = loosely as is_exact,
    case when words = loosely then 1 else ${sql.raw(String(TIMES_FOR_A_PHRASE))} end as looked_at
  from (select ${anyOf(sql`exactly`)} as words, ${anyOf(sql`loosely`)} as loosely, count(*) <= 1 as is_alone
    from ${configurationsInUse} used cross join lateral
      (select to_tsquery(used.configuration::regconfig, ${exact}) as exactly, to_tsquery(used.configuration::regconfig, ${loose}) as loosely) each
    ) asked_for`

/** One query that matches what any of these does. */
const anyOf = (query: SQL): SQL =>
  sql`coalesce(string_agg('(' || ${query}::text || ')', ' | ') filter (where ${query}::text <> ''), '')::tsquery`

/** How many matching entries are looked at for one that is weighed: of some, the reader may know nothing. */
const TIMES_FOR_CLOSED = 2

/**
 * Entries of a kind that match `asked` and meet the condition `shown` on `entry`, oldest first: their `id`. At most one
 * more than `most`. The words come from a subquery on purpose: the planner, who does not see them, takes them for rare
 * and uses the index.
 */
export const matchingWords = (kind: EntryKind, most: number, shown: SQL): SQL => sql`
  select id from (
    select looked_at.id from (
      select id, (select is_exact from asked) or vector @@ case when (select is_alone from asked) then (select words from asked)
        else to_tsquery(configuration::regconfig, (select exact from asked)) end as is_match
      from (${inRanges(kind, sql`(select loosely from asked)`)}) found
      limit (select looked_at * ${sql.raw(String(most * TIMES_FOR_CLOSED + 1))} from asked)
    ) looked_at join ${entry} on ${entry.id} = looked_at.id where is_match and ${shown}
  ) matching limit ${sql.raw(String(most + 1))}`

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
