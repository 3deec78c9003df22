import { and, desc, eq, inArray, not, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isUnfitFor } from '@/db/queries/decency'
import { unseenText } from '@/db/queries/unseen'
import { type ReadScope, shownEntries } from '@/db/read-scope'
import { type EntryKind, entry, pageFacet, title } from '@/db/schema/entries'
import { searchRow } from '@/db/schema/links'
import { revisionContent } from '@/db/schema/revisions'
import { pageKind } from '@/db/schema/wiki'

export interface SuggestedRow {
  id: number
  kind: EntryKind
  number: number
  label: string
  /** The name of a page's kind. */
  pageKind: string | null
  /** Who published a source. */
  publisher: string | null
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** Of each way to be called like something so many entries are weighed against each other. */
const WEIGHED = 200

/** What somebody has typed so far, and the key that a page of this title would have. */
export interface Typed {
  text: string
  key: string
}

/**
 * Shown entries of `kinds` that are called like what is typed, the likest first: pages and sources whose label begins
 * like it, holds or resembles it, a source also by its other words (outlet, authors), a fact by its words, and both by
 * the number in their address. At most `most`; a bounded number is weighed, however large the wiki.
 */
export async function findSuggestions(
  db: Queryable,
  within: ReadScope,
  { text, key }: Typed,
  kinds: readonly EntryKind[],
  most: number,
): Promise<SuggestedRow[]> {
  const numbered = /^[1-9]\d{0,8}$/.test(text) ? await findNumbered(db, Number(text)) : []
  const isNumbered = inArray(searchRow.entryId, numbered.length > 0 ? numbered : [0])
  const ways = [
    ...kinds.flatMap((kind) => waysTo(kind, text, key)),
    ...numbered.map((id) => sql`select ${id}::bigint`),
  ]
  if (ways.length === 0) return []
  const candidates = sql.join(
    ways.map((way) => sql`(${way})`),
    sql` union `,
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
    .from(searchRow)
    .innerJoin(entry, eq(entry.id, searchRow.entryId))
    .leftJoin(pageFacet, eq(pageFacet.entryId, entry.id))
    .leftJoin(pageKind, eq(pageKind.key, pageFacet.kind))
    .leftJoin(revisionContent, and(eq(entry.kind, 'source'), eq(revisionContent.revisionId, entry.headId)))
    .where(
      and(
        sql`${searchRow.entryId} in (${candidates})`,
        inArray(searchRow.kind, kinds),
        shownEntries(within),
        not(isUnfitFor(within)),
      ),
    )
    .orderBy(
      desc(sql`lower(${searchRow.label}) = lower(${text})`),
      desc(isNumbered),
      desc(sql`${searchRow.label} ilike ${`${escapeLike(text)}%`}`),
      desc(sql`word_similarity(${text}, ${searchRow.label})`),
      sql`char_length(${searchRow.label})`,
      entry.id,
    )
    .limit(most)
}

/** The ways to entries of a kind, each up to a bound. */
function waysTo(kind: EntryKind, text: string, key: string): SQL[] {
  const ofKind = sql`select ${searchRow.entryId} from ${searchRow} where ${searchRow.kind} = ${kind}`
  const bound = sql`limit ${WEIGHED}`
  // Words that the planner does not see are taken for rare, whatever they are.
  const words = sql`${ofKind} and ${searchRow.vector} @@ (select ${wordsBegun(text)}) ${bound}`
  if (kind === 'fact') return [words]
  const beginning = sql`select ${title.entryId} from ${title} where ${title.key} like ${`${escapeLike(key)}%`} ${bound}`
  const called = kind === 'page' ? [beginning] : [words]
  if (!/[\p{L}\p{N}]/u.test(text)) return called
  // Below three characters there is no trigram to look for inside a label, only at the beginning of its words.
  const pattern = text.length < 3 ? `${escapeLike(text)}%` : `%${escapeLike(text)}%`
  const holding = sql`${ofKind} and ${searchRow.label} ilike ${unseenText(pattern)} ${bound}`
  const resembling = sql`${ofKind} and ${unseenText(text)} <% ${searchRow.label} ${bound}`
  return [...called, holding, resembling]
}

/** The words of a text, of which the last may only have been begun, once it has four letters. */
function wordsBegun(text: string): SQL {
  const asked = sql`websearch_to_tsquery('english', ${text})`
  const last = text.match(/([\p{L}\p{N}]{4,})$/u)?.[1]
  if (last === undefined) return asked
  const before = text.slice(0, -last.length)
  return sql`(${asked} || (websearch_to_tsquery('english', ${before}) && to_tsquery('simple', ${`${last.toLowerCase()}:*`})))`
}

async function findNumbered(db: Queryable, number: number): Promise<number[]> {
  const rows = await db
    .select({ id: entry.id })
    .from(entry)
    .where(and(inArray(entry.kind, ['fact', 'source']), eq(entry.number, number)))
  return rows.map((row) => row.id)
}
