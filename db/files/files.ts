import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm'
import { entry } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { idList, isAmong, prepared } from '@/db/postgres/prepared'
import { revision, revisionContent } from '@/db/revisions/schema'
import { type ReadScope, standsOpen } from '@/db/visibility/read-scope'
import { existingHeads, shownHeads } from '@/db/visibility/shown-heads'

const filesWhere = (db: Queryable, within: ReadScope, which: SQL | undefined) =>
  db
    .select({
      id: entry.id,
      number: entry.number,
      gateKind: entry.gateKind,
      gatePageId: entry.gatePageId,
      content: sql<unknown>`case when ${standsOpen(within)} then ${revisionContent.content} end`,
      schemaVersion: revisionContent.schemaVersion,
    })
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headId))
    .innerJoin(revisionContent, eq(revisionContent.revisionId, revision.id))
    .where(and(sql`${entry.kind} = 'file'`, which))

/** A file's head; `content` is null where it is closed to the scope. */
export type FileRow = Awaited<ReturnType<typeof filesWhere>>[number]

const filesById = prepared((db, within: ReadScope) =>
  filesWhere(db, within, and(isAmong(entry.id, 'ids'), existingHeads(db, within))).prepare('files_by_id'),
)

/** Files by id, in no order, closed ones without their content; those that the scope hides are left out. */
export async function findFiles(db: Queryable, within: ReadScope, ids: number[]): Promise<FileRow[]> {
  return ids.length === 0 ? [] : filesById(db, within).execute({ ids: idList(ids) })
}

/** Files that are open to the scope, newest first, those numbered below `after`. */
export async function findNewestFiles(
  db: Queryable,
  within: ReadScope,
  after: number | null,
  most: number,
): Promise<FileRow[]> {
  const beyond = after === null ? undefined : lt(entry.number, after)
  return filesWhere(db, within, and(beyond, shownHeads(db, within)))
    .orderBy(desc(entry.number))
    .limit(most)
}
