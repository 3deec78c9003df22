import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isUnfitFor } from '@/db/queries/decency'
import { unseenText } from '@/db/queries/unseen'
import { type ReadScope, shownEntries } from '@/db/read-scope'
import { entry, title } from '@/db/schema/entries'
import { searchRow } from '@/db/schema/links'

/** Where a match begins and ends in a snippet: characters of the private use area, taken out of the text before. */
export const MATCH_START = '\uE000'
export const MATCH_END = '\uE001'

export interface SearchHit {
  kind: 'page' | 'fact' | 'source'
  number: number
  label: string
  /** Unescaped text in which the sentinels stand around the words that matched; empty for what is no page. */
  snippet: string
}

export interface Sought {
  /** In the syntax of a web search. */
  query: string
  /** The key that a page of this title would have. */
  key: string
}

const options = `StartSel=${MATCH_START}, StopSel=${MATCH_END}, MaxWords=32, MinWords=12, MaxFragments=1`

/** Of a page so much is looked through for a snippet, in characters. */
const LONGEST_LOOK = 4_000

/**
 * Of each kind so many entries that have the words are weighed against each other, those that came into being first. A
 * word that half the wiki has costs no more than another.
 */
const WEIGHED = { page: 200, fact: 200, source: 100 }

/**
 * Entries of a kind that have the words of `asked`. The words come from a subquery on purpose: the planner, who does not
 * see them, takes them for rare and goes by the index, whatever they are. A phrase is first looked for as its words; what
 * only says which words there shall not be finds nothing, since no index could.
 */
const havingWords = (kind: keyof typeof WEIGHED): SQL => sql`
  select id from (
    select ${searchRow.entryId} as id, ${searchRow.vector} as vector from ${searchRow}
    where ${searchRow.kind} = ${kind} and ${searchRow.vector} @@ (select loosely from asked)
    limit ${WEIGHED[kind]}
  ) loose where vector @@ (select words from asked)`

/** Pages called like what is sought; the condition has no words to go by where there are no letters. */
export const calledLike = (text: string, most: number): SQL => sql`
  select ${searchRow.entryId} as id from ${searchRow}
  where ${searchRow.kind} = 'page' and ${/[\p{L}\p{N}]/u.test(text)}::boolean
    and (${searchRow.label} % ${unseenText(text)} or ${unseenText(text)} <% ${searchRow.label})
  limit ${most}`

/**
 * Entries whose words match the query or that are pages called like it, best first: a page that is called so, then labels
 * that look like it, then by rank. A bounded number of candidates is weighed, however large the wiki.
 */
export async function findMatches(
  db: Queryable,
  within: ReadScope,
  { query, key }: Sought,
  most: number,
): Promise<SearchHit[]> {
  const clean = sql`translate(left(${searchRow.text}, ${LONGEST_LOOK}), ${MATCH_START + MATCH_END}, '')`
  const hits = await db.execute<{
    kind: SearchHit['kind']
    number: number
    label: string
    snippet: string
  }>(sql`
    with asked as materialized (
      select words, case when querytree(words) not in ('', 'T')
        then regexp_replace(words::text, '<(-|\\d+)>', '&', 'g')::tsquery end as loosely
      from websearch_to_tsquery('english', ${query}) words
    ), candidate as (
      select ${title.entryId} as id from ${title} where ${title.key} = ${key}
      union (${calledLike(query, WEIGHED.page)})
      union (${havingWords('page')}) union (${havingWords('fact')}) union (${havingWords('source')})
    ), found as (
      select ${searchRow.entryId} as id,
        (lower(${searchRow.label}) = lower(${query}))::int * 4
          + (case ${searchRow.kind} when 'page' then 1.5 when 'fact' then 1 else 0.5 end)
            * (similarity(${searchRow.label}, ${query})
              + ts_rank_cd(${searchRow.vector}, (select words from asked), 1)) as score
      from candidate
      join ${searchRow} on ${searchRow.entryId} = candidate.id
      join ${entry} on ${entry.id} = ${searchRow.entryId}
      where not ${isUnfitFor(within)} ${shownEntries(within) ? sql`and ${shownEntries(within)}` : sql``}
      order by score desc, id limit ${most}
    )
    select ${searchRow.kind} as kind, ${entry.number} as number, ${searchRow.label} as label,
      case when ${searchRow.kind} = 'page'
        then ts_headline('english', ${clean}, (select words from asked), ${options}) else '' end as snippet
    from found
    join ${searchRow} on ${searchRow.entryId} = found.id
    join ${entry} on ${entry.id} = found.id
    order by found.score desc, found.id`)
  return [...hits]
}
