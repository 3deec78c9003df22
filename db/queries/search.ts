import { desc, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { prepared } from '@/db/prepared'
import { calledLike } from '@/db/queries/called-like'
import { isUnfitFor } from '@/db/queries/decency'
import { havingWords, wordsAsked } from '@/db/queries/having-words'
import { type ReadScope, shownEntries } from '@/db/read-scope'
import { entry, title } from '@/db/schema/entries'
import { type SearchedKind, searchRow } from '@/db/schema/links'

/** Where a match begins and ends in a snippet: characters of the private use area, taken out of the text before. */
export const MATCH_START = '\uE000'
export const MATCH_END = '\uE001'

export interface SearchHit {
  kind: SearchedKind
  number: number
  label: string
  /** Another title of the page, where that is more like what is sought than its own. */
  alias: string | null
  /** Unescaped text in which the sentinels stand around the words that matched; empty for what is no page. */
  snippet: string
}

export interface Matches {
  hits: SearchHit[]
  /** There are more entries with these words than were weighed against each other. */
  isOfMany: boolean
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
 * So many entries of each kind that have the words are weighed against each other, and so many titles that are like them.
 * A word that half the wiki has costs no more than another.
 */
const WEIGHED = { page: 200, fact: 200, source: 100 }

const query = sql`(select query from asked)`
const key = sql`(select key from asked)`
const words = sql`(select words from asked)`
const number = (one: number) => sql.raw(String(one))

/** Pages that have something like what is sought among their titles, with the title that is likest. */
const called: SQL = sql`
  select distinct on (entry_id) entry_id as id, likeness, is_same, case when not is_current then text end as alias from (
    select ${title.entryId}, ${title.text}, ${title.isCurrent}, 1.0 as likeness, true as is_same
      from ${title} where ${title.key} = ${key}
    union all select *, false from (${calledLike(query, key, WEIGHED.page)}) alike where not (select is_strict from asked)
  ) titles order by entry_id, is_same desc, likeness desc, is_current desc`

const matched = (kind: keyof typeof WEIGHED) => sql`
  (select id, 0, false, null from ${sql.raw(kind)}_words where is_match limit ${number(WEIGHED[kind])})`

const isMore = (kind: keyof typeof WEIGHED) => sql`
  (select count(*) >= (select looked_at from asked) * ${number(WEIGHED[kind])}
    or count(*) filter (where is_match) > ${number(WEIGHED[kind])} from ${sql.raw(kind)}_words)`

/** A fact's label is a whole sentence: its words tell more than its letters, at a tenth of the cost. */
const ownLikeness = sql`case ${searchRow.kind} when 'fact' then 0 else similarity(${searchRow.label}, ${query}) end`

const snippetOf = sql`ts_headline(${searchRow.configuration}::regconfig,
  translate(left(${searchRow.text}, ${number(LONGEST_LOOK)}), ${sql.raw(`'${MATCH_START + MATCH_END}'`)}, ''), ${words}, ${sql.raw(`'${options}'`)})`

/** Everything that is asked for comes from the row `asked`, so that the plan is the same whatever it is. */
const matching = (within: ReadScope): SQL => sql`
  with asked as materialized (
    select * from (select ${sql.placeholder('query')}::text as query, ${sql.placeholder('key')}::text as key) typed
      cross join lateral (${wordsAsked(sql`typed.query`)}) said
  ), called as materialized (${called}
  ), page_words as materialized (${havingWords('page', WEIGHED.page)}
  ), fact_words as materialized (${havingWords('fact', WEIGHED.fact)}
  ), source_words as materialized (${havingWords('source', WEIGHED.source)}
  ), candidate as (
    select id, max(likeness) as likeness, bool_or(is_same) as is_same, max(alias) as alias from (
      select id, likeness, is_same, alias from called
      union all ${matched('page')}
      union all ${matched('fact')}
      union all ${matched('source')}
    ) each group by id
  ), found as (
    select candidate.id, case when likeness > own_likeness then alias end as alias,
      (is_same or lower(${searchRow.label}) = lower(${query}))::int * 4
        + (case ${searchRow.kind} when 'page' then 1.5 when 'fact' then 1 else 0.5 end)
          * (greatest(likeness, own_likeness) + ts_rank_cd(${searchRow.vector}, ${words}, 1)) as score
    from candidate
    join ${searchRow} on ${searchRow.entryId} = candidate.id
    join ${entry} on ${entry.id} = ${searchRow.entryId}
    cross join lateral (select ${ownLikeness} as own_likeness) own
    where not ${isUnfitFor(within)} ${shownEntries(within) ? sql`and ${shownEntries(within)}` : sql``}
    order by score desc, id limit ${sql.placeholder('most')}::int
  )
  select found.id, score, ${searchRow.kind} as kind, ${entry.number} as number, ${searchRow.label} as label,
    alias, case ${searchRow.kind} when 'page' then ${snippetOf} else '' end as snippet,
    (${isMore('page')} or ${isMore('fact')} or ${isMore('source')}) as is_of_many
  from (select) always left join found on true
  left join ${searchRow} on ${searchRow.entryId} = found.id
  left join ${entry} on ${entry.id} = found.id`

const matches = prepared((db, within: ReadScope) =>
  db
    .select({
      kind: sql<SearchedKind | null>`kind`,
      number: sql<number>`number`,
      label: sql<string>`label`,
      alias: sql<string | null>`alias`,
      snippet: sql<string>`snippet`,
      isOfMany: sql<boolean>`is_of_many`,
    })
    .from(sql`(${matching(within)}) as hit`)
    .orderBy(desc(sql`score`), sql`id`)
    .prepare('matches'),
)

/**
 * Entries whose words match the query or that are pages called like it, best first: a page that is called so, today or
 * once, then what is called like it, then by rank. A bounded number of candidates is weighed, however large the wiki.
 */
export async function findMatches(
  db: Queryable,
  within: ReadScope,
  { query, key }: Sought,
  most: number,
): Promise<Matches> {
  const rows = await matches(db, within).execute({ query, key, most })
  const hits = rows.flatMap(({ isOfMany: _, kind, ...hit }) => (kind ? [{ kind, ...hit }] : []))
  return { hits, isOfMany: rows.some((row) => row.isOfMany) }
}
