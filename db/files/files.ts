import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm'
import { entry } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { idList, isAmong, prepared } from '@/db/postgres/prepared'
import { revision, revisionContent } from '@/db/revisions/schema'
import type { ReadScope } from '@/db/visibility/read-scope'
import { shownHeads } from '@/db/visibility/shown-heads'

const shownFiles = (db: Queryable, within: ReadScope, which: SQL | undefined) =>
  db
    .select({
      id: entry.id,
      number: entry.number,
      content: revisionContent.content,
      schemaVersion: revisionContent.schemaVersion,
    })
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headId))
    .innerJoin(revisionContent, eq(revisionContent.revisionId, revision.id))
    .where(and(sql`${entry.kind} = 'file'`, which, shownHeads(db, within)))

export type FileRow = Awaited<ReturnType<typeof shownFiles>>[number]

const filesById = prepared((db, within: ReadScope) =>
  shownFiles(db, within, isAmong(entry.id, 'ids')).prepare('files_by_id'),
)

/** Files by id, in no order; those that the scope hides are left out. */
export async function findFiles(db: Queryable, within: ReadScope, ids: number[]): Promise<FileRow[]> {
  return ids.length === 0 ? [] : filesById(db, within).execute({ ids: idList(ids) })
}

/** Files, newest first, those numbered below `after`. */
export async function findNewestFiles(
  db: Queryable,
  within: ReadScope,
  after: number | null,
  most: number,
): Promise<FileRow[]> {
  const beyond = after === null ? undefined : lt(entry.number, after)
  return shownFiles(db, within, beyond).orderBy(desc(entry.number)).limit(most)
}
