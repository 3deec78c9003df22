import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isUnfitFor } from '@/db/queries/decency'
import { type ReadScope, shownEntries } from '@/db/read-scope'
import { entry } from '@/db/schema/entries'
import { searchRow } from '@/db/schema/links'

/** Where a match begins and ends in a snippet: characters of the private use area, taken out of the text before. */
export const MATCH_START = '\uE000'
export const MATCH_END = '\uE001'

export interface SearchHit {
  kind: 'page' | 'fact' | 'source'
  number: number
  label: string
  /** Unescaped text in which the sentinels stand around the words that matched. */
  snippet: string
}

const options = `StartSel=${MATCH_START}, StopSel=${MATCH_END}, MaxWords=32, MinWords=12, MaxFragments=1`

/**
 * Entries whose words match `query` (web search syntax) or whose label looks like it, best first: a label that is the
 * query, then labels that look like it, then by rank.
 */
export async function findMatches(
  db: Queryable,
  within: ReadScope,
  query: string,
  most: number,
): Promise<SearchHit[]> {
  const words = sql`websearch_to_tsquery('english', ${query})`
  const clean = (column: typeof searchRow.text | typeof searchRow.label) =>
    sql`translate(${column}, ${MATCH_START + MATCH_END}, '')`
  const hits = await db.execute<{
    kind: SearchHit['kind']
    number: number
    label: string
    snippet: string
  }>(sql`
    with found as (
      select ${searchRow.entryId} as id,
        (lower(${searchRow.label}) = lower(${query}))::int * 4
          + (case ${searchRow.kind} when 'page' then 1.5 when 'fact' then 1 else 0.5 end)
            * (similarity(${searchRow.label}, ${query}) + ts_rank_cd(${searchRow.vector}, ${words}, 1)) as score
      from ${searchRow}
      join ${entry} on ${entry.id} = ${searchRow.entryId}
      where (${searchRow.vector} @@ ${words} or ${searchRow.label} % ${query} or ${query} <% ${searchRow.label})
        ${shownEntries(within) ? sql`and ${shownEntries(within)}` : sql``} and not ${isUnfitFor(within)}
      order by score desc, id limit ${most}
    )
    select ${searchRow.kind} as kind, ${entry.number} as number, ${searchRow.label} as label,
      ts_headline('english', ${clean(searchRow.text)}, ${words}, ${options}) as snippet
    from found
    join ${searchRow} on ${searchRow.entryId} = found.id
    join ${entry} on ${entry.id} = found.id
    order by found.score desc, found.id`)
  return [...hits]
}
