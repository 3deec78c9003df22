import { desc, type SQL, sql } from 'drizzle-orm'
import { type EntryKind, entry, entryKinds, title } from '@/db/entries/schema'
import { similarTitles } from '@/db/entries/similar-titles'
import type { Queryable } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'
import { searchRow } from '@/db/search/schema'
import { kindsCalledBy, searched } from '@/db/search/searched'
import { isHiddenFrom } from '@/db/visibility/private-life'
import { type ReadScope, shownEntries } from '@/db/visibility/read-scope'
import { matchingWords, wordsAsked } from './matching-words'

/** The markers of a match in a snippet: private use characters, removed from the text before. */
export const MATCH_START = '\uE000'
export const MATCH_END = '\uE001'

export interface SearchHit {
  kind: EntryKind
  number: number
  label: string
  /** Another title of the page, where it is more similar to the query than the current one. */
  alias: string | null
  /** Unescaped text with markers around the matching words; empty for other kinds than pages. */
  snippet: string
}

export interface Matches {
  hits: SearchHit[]
  /** There are more matching entries than were ranked. */
  isOfMany: boolean
}

export interface Sought {
  /** In the syntax of a web search. */
  query: string
  /** The key of a title with this text. */
  key: string
}

const options = `StartSel=${MATCH_START}, StopSel=${MATCH_END}, MaxWords=32, MinWords=12, MaxFragments=1`

/** How many characters of a page are searched for a snippet. */
const LONGEST_LOOK = 4_000

/** How many similar titles are ranked. */
const MOST_TITLES = 200

const query = sql`(select query from asked)`
const key = sql`(select key from asked)`
const words = sql`(select words from asked)`
const number = (one: number) => sql.raw(String(one))

/** Pages with titles similar to the query, with the most similar title. */
const called: SQL = sql`
  select distinct on (entry_id) entry_id as id, likeness, is_same, case when not is_current then text end as alias from (
    select ${title.entryId}, ${title.text}, ${title.isCurrent}, 1.0 as likeness, true as is_same
      from ${title} where ${title.key} = ${key}
    union all select *, false from (${similarTitles(query, key, MOST_TITLES)}) alike where not (select is_strict from asked)
  ) titles order by entry_id, is_same desc, likeness desc, is_current desc`

const wordsOf = (kind: EntryKind) => sql.raw(`${kind}_words`)

const matched = (kind: EntryKind) => sql`
  (select id, 0, false, null from ${wordsOf(kind)} where is_match limit ${number(searched[kind].most)})`

const isMore = (kind: EntryKind) => sql`
  (select count(*) >= (select looked_at from asked) * ${number(searched[kind].most)}
    or count(*) filter (where is_match) > ${number(searched[kind].most)} from ${wordsOf(kind)})`

const ofEach = (part: (kind: EntryKind) => SQL, between: SQL) => sql.join(entryKinds.map(part), between)
const quoted = (kind: EntryKind) => sql.raw(`'${kind}'`)
const among = (kinds: EntryKind[]) => sql`${searchRow.kind} in (${sql.join(kinds.map(quoted), sql`, `)})`

/** Labels that are whole sentences are not compared with the query. */
const ownLikeness = sql`case when ${among(kindsCalledBy('words'))} then 0 else similarity(${searchRow.label}, ${query}) end`

const weight = sql`case ${searchRow.kind} ${ofEach((kind) => sql`when ${quoted(kind)} then ${number(searched[kind].weight)}`, sql` `)} end`

const snippetOf = sql`ts_headline(${searchRow.configuration}::regconfig,
  translate(left(${searchRow.text}, ${number(LONGEST_LOOK)}), ${sql.raw(`'${MATCH_START + MATCH_END}'`)}, ''), ${words}, ${sql.raw(`'${options}'`)})`

/** All parameters come from the row `asked`, so that the plan is the same for all of them. */
const matching = (within: ReadScope): SQL => sql`
  with asked as materialized (
    select * from (select ${sql.placeholder('query')}::text as query, ${sql.placeholder('key')}::text as key) typed
      cross join lateral (${wordsAsked(sql`typed.query`)}) said
  ), called as materialized (${called}
  ), ${ofEach(
    (kind) => sql`${wordsOf(kind)} as materialized (${matchingWords(kind, searched[kind].most)}
  )`,
    sql`, `,
  )}, candidate as (
    select id, max(likeness) as likeness, bool_or(is_same) as is_same, max(alias) as alias from (
      select id, likeness, is_same, alias from called
      union all ${ofEach(matched, sql` union all `)}
    ) each group by id
  ), found as (
    select candidate.id, case when likeness > own_likeness then alias end as alias,
      (is_same or lower(${searchRow.label}) = lower(${query}))::int * 4
        + (${weight})
          * (greatest(likeness, own_likeness) + ts_rank_cd(${searchRow.vector}, ${words}, 1)) as score
    from candidate
    join ${searchRow} on ${searchRow.entryId} = candidate.id
    join ${entry} on ${entry.id} = ${searchRow.entryId}
    cross join lateral (select ${ownLikeness} as own_likeness) own
    where not ${isHiddenFrom(within)} ${shownEntries(within) ? sql`and ${shownEntries(within)}` : sql``}
    order by score desc, id limit ${sql.placeholder('most')}::int
  )
  select found.id, score, ${searchRow.kind} as kind, ${entry.number} as number, ${searchRow.label} as label,
    alias, case when ${among(kindsCalledBy('titles'))} then ${snippetOf} else '' end as snippet,
    (${ofEach(isMore, sql` or `)}) as is_of_many
  from (select) always left join found on true
  left join ${searchRow} on ${searchRow.entryId} = found.id
  left join ${entry} on ${entry.id} = found.id`

const matches = prepared((db, within: ReadScope) =>
  db
    .select({
      kind: sql<EntryKind | null>`kind`,
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
 * Entries whose words match the query or pages whose titles are similar to it, best first: a page with this very title,
 * current or former, then similar titles, then by rank. A bounded number of candidates is ranked, however large the
 * wiki.
 */
export async function findSearchMatches(
  db: Queryable,
  within: ReadScope,
  { query, key }: Sought,
  most: number,
): Promise<Matches> {
  const rows = await matches(db, within).execute({ query, key, most })
  const hits = rows.flatMap(({ isOfMany: _, kind, ...hit }) => (kind ? [{ kind, ...hit }] : []))
  return { hits, isOfMany: rows.some((row) => row.isOfMany) }
}
