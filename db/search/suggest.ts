import { and, desc, eq, inArray, not, type SQL, sql } from 'drizzle-orm'
import { type EntryKind, entry, pageFacet, title } from '@/db/entries/schema'
import { nameOfTitle, similarTitles } from '@/db/entries/similar-titles'
import type { Queryable } from '@/db/postgres/client'
import { textHiddenFromPlanner } from '@/db/postgres/hidden-from-planner'
import { revisionContent } from '@/db/revisions/schema'
import { searchRow } from '@/db/search/schema'
import { inEachConfiguration } from '@/db/search/search-configurations'
import { kindsCalledBy, searched } from '@/db/search/searched'
import { isHiddenFrom } from '@/db/visibility/private-life'
import { existingEntries, type ReadScope } from '@/db/visibility/read-scope'
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

/** What was typed so far: the text, how names are compared with it, and its words as `to_tsquery` reads them. */
export interface Typed {
  text: string
  name: string
  words: string
  /** The last word, which may be incomplete, and the words before it; null where it is too short to begin words. */
  begun: { before: string; last: string } | null
  /** Some of it is written without spaces: it may stand anywhere in a title. */
  hasPairs: boolean
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
  typed: Typed,
  kinds: readonly EntryKind[],
  most: number,
  onlyCategories = false,
): Promise<SuggestedRow[]> {
  const { text } = typed
  const numbered = /^[1-9]\d{0,8}$/.test(text) ? await findNumbered(db, Number(text)) : []
  const isNumbered = inArray(searchRow.entryId, numbered.length > 0 ? numbered : [0])
  const ways = [
    ...(onlyCategories ? waysToCategories(typed) : kinds.flatMap((kind) => waysTo(kind, typed))),
    ...numbered.map((id) => sql`select ${id}::bigint, 0`),
  ]
  if (ways.length === 0) return []
  const found = sql.join(
    ways.map((way) => sql`(${way})`),
    sql` union all `,
  )
  const order = sql.join(
    [
      desc(sql`lower(${searchRow.label}) = lower(${text})`),
      desc(isNumbered),
      desc(sql`${searchRow.label} ilike ${`${escapeLike(text)}%`}`),
      desc(sql`greatest(candidate.likeness, word_similarity(${text}, ${searchRow.label}))`),
      sql`char_length(${searchRow.label})`,
      sql`${entry.id}`,
    ],
    sql`, `,
  )
  // Only of those that are given, the rest is looked up.
  const first = db
    .select({ entryId: entry.id, place: sql<number>`row_number() over (order by ${order})`.as('place') })
    .from(
      sql`(select id, max(likeness) as likeness from (${found}) found (id, likeness) group by id) candidate`,
    )
    .innerJoin(searchRow, sql`${searchRow.entryId} = candidate.id`)
    .innerJoin(entry, eq(entry.id, searchRow.entryId))
    .where(and(inArray(searchRow.kind, kinds), existingEntries(within), not(isHiddenFrom(within))))
    .orderBy(sql`place`)
    .limit(most)
    .as('first')
  return db
    .select({
      ...{ id: entry.id, kind: entry.kind, number: entry.number, label: entry.label },
      pageKind: pageKind.name,
      publisher: sql<string | null>`${revisionContent.content} ->> 'publisher'`,
    })
    .from(first)
    .innerJoin(entry, eq(entry.id, first.entryId))
    .leftJoin(pageFacet, eq(pageFacet.entryId, entry.id))
    .leftJoin(pageKind, eq(pageKind.key, pageFacet.kind))
    .leftJoin(revisionContent, and(eq(entry.kind, 'source'), eq(revisionContent.revisionId, entry.headId)))
    .orderBy(first.place)
}

/** The ways of matching entries of a kind, each up to a bound: the entry, and its similarity. */
function waysTo(kind: EntryKind, typed: Typed): SQL[] {
  const { text } = typed
  const { calledBy } = searched[kind]
  if (calledBy === 'titles') return waysToTitled(typed)
  const bound = sql`limit ${WEIGHED}`
  const words = sql`select id, 0 from (${inRanges(kind, sql`(select ${wordsBegun(typed)})`)}) of_words ${bound}`
  if (calledBy === 'words') return [words]
  const ofKind = sql`select ${searchRow.entryId}, 0 from ${searchRow} where ${searchRow.kind} = ${kind}`
  if (!/[\p{L}\p{N}]/u.test(text)) return [words]
  const pattern = canBeWithin(text) ? `%${escapeLike(text)}%` : `${escapeLike(text)}%`
  const holding = sql`${ofKind} and ${searchRow.label} ilike ${textHiddenFromPlanner(pattern)} ${bound}`
  const resembling = sql`${ofKind} and ${textHiddenFromPlanner(text)} <% ${searchRow.label} ${bound}`
  return [words, holding, resembling]
}

/** Of many pages few are categories: each of these is looked at. */
function waysToCategories({ name }: Typed): SQL[] {
  const isCategory = sql`${pageFacet.kind} in (select ${pageKind.key} from ${pageKind} where ${pageKind.isCategory})`
  const pattern = `%${escapeLike(name)}%`
  return [
    sql`select ${title.entryId}, similarity(${nameOfTitle}, ${name}) as likeness
      from ${pageFacet} join ${title} on ${title.entryId} = ${pageFacet.entryId}
      where ${isCategory} and (${nameOfTitle} like ${pattern} or ${name} <% ${nameOfTitle})
      order by likeness desc limit ${WEIGHED}`,
  ]
}

/** Labels are searched by trigrams, or where a word begins or ends; shorter texts, only at their beginning. */
const canBeWithin = (text: string) =>
  /[\p{L}\p{N}]{3}|[\p{L}\p{N}]{2}[^\p{L}\p{N}]|[^\p{L}\p{N}][\p{L}\p{N}]/u.test(text)

function waysToTitled({ name, words, hasPairs }: Typed): SQL[] {
  const like = sql`select entry_id, likeness from (${similarTitles(textHiddenFromPlanner(name), WEIGHED)}) alike`
  if (hasPairs) {
    const asked = inEach(sql`to_tsquery(used.configuration::regconfig, ${words})`)
    return [
      like,
      sql`select id, 0 from (${inRanges('page', sql`(select ${asked})`)}) of_words limit ${WEIGHED}`,
    ]
  }
  if (!canBeWithin(name)) return [like]
  const pattern = textHiddenFromPlanner(`%${escapeLike(name)}%`)
  return [
    like,
    sql`select ${title.entryId}, 0 from ${title} where ${nameOfTitle} like ${pattern} limit ${WEIGHED}`,
  ]
}

/** The words, of which the last may be incomplete. */
function wordsBegun({ words, begun }: Typed): SQL {
  const inWords = (query: string) => sql`to_tsquery(used.configuration::regconfig, ${query})`
  if (begun === null) return inEach(inWords(words))
  return inEach(sql`(${inWords(words)} || (${inWords(begun.before)} && to_tsquery('simple', ${begun.last})))`)
}

const inEach = (asked: SQL) => sql`(select words from (${inEachConfiguration(asked)}) asked_for)`

async function findNumbered(db: Queryable, number: number): Promise<number[]> {
  const rows = await db
    .select({ id: entry.id })
    .from(entry)
    .where(and(inArray(entry.kind, kindsCalledBy('words', 'label')), eq(entry.number, number)))
  return rows.map((row) => row.id)
}
