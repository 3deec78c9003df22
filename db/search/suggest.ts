import { and, desc, eq, inArray, not, type SQL, sql } from 'drizzle-orm'
import { type EntryKind, entry, pageFacet, title } from '@/db/entries/schema'
import { similarTitles } from '@/db/entries/similar-titles'
import type { Queryable } from '@/db/postgres/client'
import { textHiddenFromPlanner } from '@/db/postgres/hidden-from-planner'
import { revisionContent } from '@/db/revisions/schema'
import { searchRow } from '@/db/search/schema'
import { inEachConfiguration } from '@/db/search/search-configurations'
import { kindsCalledBy, searched } from '@/db/search/searched'
import { isHiddenFrom } from '@/db/visibility/private-life'
import { type ReadScope, shownEntries } from '@/db/visibility/read-scope'
import { pageKind } from '@/db/wiki/schema'
import { inRanges } from './matching-words'

export interface SuggestedRow {
  id: number
  kind: EntryKind
  number: number
  label: string
  /** The name of a page's kind. */
  pageKind: string | null
  /** A source's publisher. */
  publisher: string | null
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** How many candidates of each way of matching are ranked. */
const WEIGHED = 200

/** The text typed so far, and the key of a title with this text. */
export interface Typed {
  text: string
  key: string
}

/**
 * Shown entries of `kinds` that match the typed text, the most similar first: pages of which a title, current or
 * former, begins with it, contains it or is similar, sources by their label and their other words (outlet, authors),
 * facts by their words, and both by their number. At most `most`; a bounded number is ranked, however large the wiki.
 * With `onlyCategories`, of pages only categories.
 */
export async function findSuggestions(
  db: Queryable,
  within: ReadScope,
  { text, key }: Typed,
  kinds: readonly EntryKind[],
  most: number,
  onlyCategories = false,
): Promise<SuggestedRow[]> {
  const numbered = /^[1-9]\d{0,8}$/.test(text) ? await findNumbered(db, Number(text)) : []
  const isNumbered = inArray(searchRow.entryId, numbered.length > 0 ? numbered : [0])
  const ways = [
    ...(onlyCategories ? waysToCategories(text, key) : kinds.flatMap((kind) => waysTo(kind, text, key))),
    ...numbered.map((id) => sql`select ${id}::bigint, 0`),
  ]
  if (ways.length === 0) return []
  const found = sql.join(
    ways.map((way) => sql`(${way})`),
    sql` union all `,
  )
  return db
    .select({
      id: entry.id,
      kind: entry.kind,
      number: entry.number,
      label: entry.label,
      pageKind: pageKind.name,
      publisher: sql<string | null>`${revisionContent.content} ->> 'publisher'`,
    })
    .from(
      sql`(select id, max(likeness) as likeness from (${found}) found (id, likeness) group by id) candidate`,
    )
    .innerJoin(searchRow, sql`${searchRow.entryId} = candidate.id`)
    .innerJoin(entry, eq(entry.id, searchRow.entryId))
    .leftJoin(pageFacet, eq(pageFacet.entryId, entry.id))
    .leftJoin(pageKind, eq(pageKind.key, pageFacet.kind))
    .leftJoin(revisionContent, and(eq(entry.kind, 'source'), eq(revisionContent.revisionId, entry.headId)))
    .where(and(inArray(searchRow.kind, kinds), shownEntries(within), not(isHiddenFrom(within))))
    .orderBy(
      desc(sql`lower(${searchRow.label}) = lower(${text})`),
      desc(isNumbered),
      desc(sql`${searchRow.label} ilike ${`${escapeLike(text)}%`}`),
      desc(sql`greatest(candidate.likeness, word_similarity(${text}, ${searchRow.label}))`),
      sql`char_length(${searchRow.label})`,
      entry.id,
    )
    .limit(most)
}

/** The ways of matching entries of a kind, each up to a bound: the entry, and its similarity. */
function waysTo(kind: EntryKind, text: string, key: string): SQL[] {
  const { calledBy } = searched[kind]
  if (calledBy === 'titles') return waysToTitled(text, key)
  const bound = sql`limit ${WEIGHED}`
  const words = sql`select id, 0 from (${inRanges(kind, sql`(select ${wordsBegun(text)})`)}) of_words ${bound}`
  if (calledBy === 'words') return [words]
  const ofKind = sql`select ${searchRow.entryId}, 0 from ${searchRow} where ${searchRow.kind} = ${kind}`
  if (!/[\p{L}\p{N}]/u.test(text)) return [words]
  const pattern = canBeWithin(text) ? `%${escapeLike(text)}%` : `${escapeLike(text)}%`
  const holding = sql`${ofKind} and ${searchRow.label} ilike ${textHiddenFromPlanner(pattern)} ${bound}`
  const resembling = sql`${ofKind} and ${textHiddenFromPlanner(text)} <% ${searchRow.label} ${bound}`
  return [words, holding, resembling]
}

/** Of many pages few are categories: each of these is looked at. */
function waysToCategories(text: string, key: string): SQL[] {
  const isCategory = sql`${pageFacet.kind} in (select ${pageKind.key} from ${pageKind} where ${pageKind.isCategory})`
  const pattern = `%${escapeLike(key)}%`
  return [
    sql`select ${title.entryId}, similarity(${title.key}, ${text}) as likeness
      from ${pageFacet} join ${title} on ${title.entryId} = ${pageFacet.entryId}
      where ${isCategory} and (${title.key} like ${pattern} or ${text} <% ${title.key})
      order by likeness desc limit ${WEIGHED}`,
  ]
}

/** Labels are searched by trigrams, or where a word begins or ends; shorter texts, only at their beginning. */
const canBeWithin = (text: string) =>
  /[\p{L}\p{N}]{3}|[\p{L}\p{N}]{2}[^\p{L}\p{N}]|[^\p{L}\p{N}][\p{L}\p{N}]/u.test(text)

function waysToTitled(text: string, key: string): SQL[] {
  const like = sql`select entry_id, likeness from (${similarTitles(textHiddenFromPlanner(text), textHiddenFromPlanner(key), WEIGHED)}) alike`
  if (!canBeWithin(key)) return [like]
  const pattern = textHiddenFromPlanner(`%${escapeLike(key)}%`)
  return [
    like,
    sql`select ${title.entryId}, 0 from ${title} where ${title.key} like ${pattern} limit ${WEIGHED}`,
  ]
}

/** The words of a text, of which the last may be incomplete, once it has four letters. */
function wordsBegun(text: string): SQL {
  const asked = sql`websearch_to_tsquery(used.configuration::regconfig, ${text})`
  const last = text.match(/([\p{L}\p{N}]{4,})$/u)?.[1]
  if (last === undefined) return inEach(asked)
  const before = text.slice(0, -last.length)
  return inEach(
    sql`(${asked} || (websearch_to_tsquery(used.configuration::regconfig, ${before}) && to_tsquery('simple', ${`${last.toLowerCase()}:*`})))`,
  )
}

const inEach = (asked: SQL) => sql`(select words from (${inEachConfiguration(asked)}) asked_for)`

async function findNumbered(db: Queryable, number: number): Promise<number[]> {
  const rows = await db
    .select({ id: entry.id })
    .from(entry)
    .where(and(inArray(entry.kind, kindsCalledBy('words', 'label')), eq(entry.number, number)))
  return rows.map((row) => row.id)
}
