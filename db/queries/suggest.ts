import { and, desc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { type ReadScope, shownEntries } from '@/db/read-scope'
import { entry, pageFacet } from '@/db/schema/entries'
import { searchRow } from '@/db/schema/links'
import { pageKind } from '@/db/schema/wiki'

export interface SuggestedRow {
  id: number
  kind: (typeof entry.$inferSelect)['kind']
  number: number
  label: string
  /** The name of a page's kind. */
  pageKind: string | null
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/**
 * Shown entries of `kinds` whose label begins like, holds or resembles `text`, the likest first; a fact or source also
 * by the number in its address. At most `most`.
 */
export async function findSuggestions(
  db: Queryable,
  within: ReadScope,
  text: string,
  kinds: SuggestedRow['kind'][],
  most: number,
): Promise<SuggestedRow[]> {
  const held = escapeLike(text)
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0
  const isNumbered = sql`(${entry.kind} <> 'page' and ${entry.number} = ${number})`
  return db
    .select({
      id: entry.id,
      kind: entry.kind,
      number: entry.number,
      label: entry.label,
      pageKind: pageKind.name,
    })
    .from(searchRow)
    .innerJoin(entry, eq(entry.id, searchRow.entryId))
    .leftJoin(pageFacet, eq(pageFacet.entryId, entry.id))
    .leftJoin(pageKind, eq(pageKind.key, pageFacet.kind))
    .where(
      and(
        inArray(searchRow.kind, kinds),
        shownEntries(within),
        or(
          sql`${searchRow.label} ilike ${`%${held}%`}`,
          sql`${text} <% ${searchRow.label}`,
          number > 0 ? isNumbered : undefined,
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
