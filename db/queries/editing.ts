import { and, asc, eq } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { type ReadScope, shownEntries } from '@/db/read-scope'
import { entry, pageFacet } from '@/db/schema/entries'
import { pageKind } from '@/db/schema/wiki'

/** The seasons, episodes and volumes that a gate can name, in the order of their works; at most `most`. */
export async function findGatePlaces(
  db: Queryable,
  within: ReadScope,
  most: number,
): Promise<{ id: number; label: string }[]> {
  return db
    .select({ id: entry.id, label: entry.label })
    .from(pageFacet)
    .innerJoin(entry, eq(entry.id, pageFacet.entryId))
    .innerJoin(pageKind, eq(pageKind.key, pageFacet.kind))
    .where(and(eq(pageKind.hasOrdinal, true), shownEntries(within)))
    .orderBy(asc(pageFacet.workId), asc(pageFacet.ordinal), asc(pageFacet.sortKey))
    .limit(most)
}
