import { and, not, type SQL, sql } from 'drizzle-orm'
import { type EntryKind, entry, entryKinds, title } from '@/db/entries/schema'
import { nameOfTitle, similarTitles } from '@/db/entries/similar-titles'
import type { Queryable } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'
import { searchRow } from '@/db/search/schema'
import { kindsCalledBy, searched } from '@/db/search/searched'
import { isHiddenFrom } from '@/db/visibility/private-life'
import { existingEntries, type ReadScope } from '@/db/visibility/read-scope'
import type { Asked } from './asked'
import { matchingWords, wordsAsked } from './matching-words'

/** An entry that was weighed. */
export interface Candidate {
  id: number
  kind: EntryKind
  /** The better it fits, the higher: above 4 its title is what was asked. */
  score: number
  /** Another title of the page, where it is more similar to the query than the current one. */
  alias: string | null
  /** It has the words; otherwise only its title is similar. */
  hasWords: boolean
}

export interface Weighed {
  /** In no order. */
  candidates: Candidate[]
  /** The kinds of which more entries match than were weighed. */
  more: EntryKind[]
}

/** How many similar titles are ranked. */
const MOST_TITLES = 200

const name = sql`(select name from asked)`
const key = sql`(select key from asked)`
const words = sql`(select words from asked)`
const number = (one: number) => sql.raw(String(one))

/** Pages with titles similar to the query, with the most similar title; `sameness` 2 is its very key, 1 its name. */
const called: SQL = sql`
  select distinct on (entry_id) entry_id as id, likeness, sameness, case when not is_current then text end as alias from (
    select ${title.entryId}, ${title.text}, ${title.isCurrent}, 1.0 as likeness, 2 as sameness
      from ${title} where ${title.key} = ${key}
    union all (select ${title.entryId}, ${title.text}, ${title.isCurrent}, 1.0, 1
      from ${title} where ${nameOfTitle} = ${name} and not (select is_strict from asked) limit ${number(MOST_TITLES)})
    union all select *, 0 from (${similarTitles(name, MOST_TITLES)}) alike where not (select is_strict from asked)
  ) titles order by entry_id, sameness desc, likeness desc, is_current desc`

const wordsOf = (kind: EntryKind) => sql.raw(`${kind}_words`)
const ofEach = (part: (kind: EntryKind) => SQL, between: SQL) => sql.join(entryKinds.map(part), between)
const quoted = (kind: EntryKind) => sql.raw(`'${kind}'`)
const among = (kinds: EntryKind[]) => sql`${searchRow.kind} in (${sql.join(kinds.map(quoted), sql`, `)})`

const matched = (kind: EntryKind) => sql`
  (select id, 0, 0, null, true from ${wordsOf(kind)} limit ${number(searched[kind].most)})`

const isMore = (kind: EntryKind) => sql`
  case when (select count(*) from ${wordsOf(kind)}) > ${number(searched[kind].most)} then ${quoted(kind)} end`

/** Labels that are whole sentences are not compared with the query. */
const ownLikeness = sql`case when ${among(kindsCalledBy('words'))} then 0 else similarity(${searchRow.label}, ${name}) end`

const weight = sql`case ${searchRow.kind} ${ofEach((kind) => sql`when ${quoted(kind)} then ${number(searched[kind].weight)}`, sql` `)} end`

/** The condition on `entry` for what the scope shows. */
const shown = (within: ReadScope): SQL => sql`${and(not(isHiddenFrom(within)), existingEntries(within))}`

/**
 * All parameters come from the row `asked`, so that the plan is the same for all of them. Whether an entry is shown is
 * asked where it is found, and not again of the candidates.
 */
const weighing = (within: ReadScope): SQL => sql`
  with asked as materialized (
    select * from (select ${sql.placeholder('name')}::text as name, ${sql.placeholder('key')}::text as key,
      ${sql.placeholder('exact')}::text as exact, ${sql.placeholder('loose')}::text as loose,
      ${sql.placeholder('isStrict')}::boolean as is_strict) typed
      cross join lateral (${wordsAsked(sql`typed.exact`, sql`typed.loose`)}) said
  ), called as materialized (select titled.* from (${called}) titled join ${entry} on ${entry.id} = titled.id where ${shown(within)}
  ), ${ofEach(
    (kind) => sql`${wordsOf(kind)} as materialized (${matchingWords(kind, searched[kind].most, shown(within))}
  )`,
    sql`, `,
  )}, candidate as (
    select id, max(likeness) as likeness, max(sameness) as sameness, max(alias) as alias, bool_or(has_words) as has_words from (
      select id, likeness, sameness, alias, false as has_words from called
      union all ${ofEach(matched, sql` union all `)}
    ) each group by id
  )
  select candidate.id, ${searchRow.kind} as kind, has_words, case when likeness > own_likeness then alias end as alias,
    greatest(sameness * 4, (lower(${searchRow.label}) = ${name} and not (select is_strict from asked))::int * 4)
      + (${weight}) * (greatest(likeness, own_likeness) + ts_rank_cd(${searchRow.vector}, ${words}, 1)) as score,
    array_remove(array[${ofEach(isMore, sql`, `)}], null) as more
  from candidate
  join ${searchRow} on ${searchRow.entryId} = candidate.id
  cross join lateral (select ${ownLikeness} as own_likeness) own`

const weighed = prepared((db, within: ReadScope) =>
  db
    .select({
      id: sql<number>`id::int`,
      kind: sql<EntryKind>`kind`,
      score: sql<number>`score::float8`,
      alias: sql<string | null>`alias`,
      hasWords: sql<boolean>`has_words`,
      more: sql<EntryKind[]>`more`,
    })
    .from(sql`(${weighing(within)}) as candidates`)
    .prepare('weighed'),
)

/**
 * The entries of which a bounded number is weighed, however large the wiki: those whose words match, and pages of which a
 * title is similar; all that the scope shows, and nothing else.
 */
export async function weigh(db: Queryable, within: ReadScope, asked: Asked): Promise<Weighed> {
  const { key, name, exact, loose, isStrict } = asked
  const rows = await weighed(db, within).execute({ key, name, exact, loose, isStrict })
  return { candidates: rows.map(({ more: _, ...one }) => one), more: rows[0]?.more ?? [] }
}
