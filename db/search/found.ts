import { eq, sql } from 'drizzle-orm'
import { type EntryKind, entry, pageFacet } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { idList, isAmong, prepared } from '@/db/postgres/prepared'
import { searchRow } from '@/db/search/schema'
import { type ReadScope, shownEntries } from '@/db/visibility/read-scope'
import { pageKind } from '@/db/wiki/schema'

/** How many characters of a text are looked at for an excerpt. */
const LONGEST_LOOK = 6_000

/** What a result says of an entry. */
export interface FoundRow {
  id: number
  kind: EntryKind
  number: number
  label: string
  /** The beginning of its text. */
  text: string
  configuration: string
  /** The name of a page's kind. */
  pageKind: string | null
}

const found = prepared((db, within: ReadScope) =>
  db
    .select({
      ...{ id: entry.id, kind: entry.kind, number: entry.number, label: searchRow.label },
      text: sql<string>`left(${searchRow.text}, ${sql.raw(String(LONGEST_LOOK))})`,
      configuration: searchRow.configuration,
      pageKind: pageKind.name,
    })
    .from(entry)
    .innerJoin(searchRow, eq(searchRow.entryId, entry.id))
    .leftJoin(pageFacet, eq(pageFacet.entryId, entry.id))
    .leftJoin(pageKind, eq(pageKind.key, pageFacet.kind))
    .where(
      sql`${isAmong(entry.id, 'ids')} ${shownEntries(within) ? sql`and ${shownEntries(within)}` : sql``}`,
    )
    .prepare('found'),
)

/** What search says of these entries, in no order. */
export async function findFound(
  db: Queryable,
  within: ReadScope,
  ids: readonly number[],
): Promise<FoundRow[]> {
  return ids.length === 0 ? [] : found(db, within).execute({ ids: idList(ids) })
}
