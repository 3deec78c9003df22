import { and, eq } from 'drizzle-orm'
import { entry, pageFacet } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { idList, isAmong, prepared } from '@/db/postgres/prepared'
import { revision, revisionContent } from '@/db/revisions/schema'
import type { ReadScope } from '@/db/visibility/read-scope'
import { shownHeads } from '@/db/visibility/shown-heads'

const pageTexts = prepared((db, within: ReadScope) =>
  db
    .select({
      id: entry.id,
      kind: pageFacet.kind,
      content: revisionContent.content,
      schemaVersion: revisionContent.schemaVersion,
    })
    .from(entry)
    .innerJoin(pageFacet, eq(pageFacet.entryId, entry.id))
    .innerJoin(revision, eq(revision.id, entry.headId))
    .innerJoin(revisionContent, eq(revisionContent.revisionId, revision.id))
    .where(and(isAmong(entry.id, 'ids'), shownHeads(db, within)))
    .prepare('page_texts'),
)

/** The heads of pages by id, in no order; what the scope does not show is missing. */
export async function findPageTexts(db: Queryable, within: ReadScope, ids: readonly number[]) {
  if (ids.length === 0) return []
  return pageTexts(db, within).execute({ ids: idList(ids) })
}
