import { and, desc, eq, inArray, not, or, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isUnfitFor } from '@/db/queries/decency'
import { type ReadScope, shownEntries } from '@/db/read-scope'
import { type EntryKind, entry, pageFacet } from '@/db/schema/entries'
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

/**
 * Shown entries of `kinds` whose label begins like, holds or resembles `text`, the likest first; a source also by its
 * other words (outlet, authors), a fact or source by the number in its address. At most `most`.
 */
export async function findSuggestions(
  db: Queryable,
  within: ReadScope,
  text: string,
  kinds: readonly EntryKind[],
  most: number,
): Promise<SuggestedRow[]> {
  const held = escapeLike(text)
  // Below three characters there is no trigram to look for inside a label, only at its beginning.
  const pattern = text.length < 3 ? `${held}%` : `%${held}%`
  // Looked up first: an OR over two tables would read them whole.
  const numbered = /^[1-9]\d{0,8}$/.test(text) ? await findNumbered(db, Number(text)) : []
  const isNumbered = inArray(searchRow.entryId, numbered.length > 0 ? numbered : [0])
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
        inArray(searchRow.kind, kinds),
        shownEntries(within),
        not(isUnfitFor(within)),
        or(
          sql`${searchRow.label} ilike ${pattern}`,
          sql`${text} <% ${searchRow.label}`,
          sql`(${searchRow.kind} = 'source' and ${searchRow.vector} @@ websearch_to_tsquery('english', ${text}))`,
          isNumbered,
        ),
      ),
    )
    .orderBy(
      desc(sql`lower(${searchRow.label}) = lower(${text})`),
      desc(isNumbered),
      desc(sql`${searchRow.label} ilike ${`${held}%`}`),
      desc(sql`word_similarity(${text}, ${searchRow.label})`),
      sql`char_length(${searchRow.label})`,
      entry.id,
    )
    .limit(most)
}

async function findNumbered(db: Queryable, number: number): Promise<number[]> {
  const rows = await db
    .select({ id: entry.id })
    .from(entry)
    .where(and(inArray(entry.kind, ['fact', 'source']), eq(entry.number, number)))
  return rows.map((row) => row.id)
}
