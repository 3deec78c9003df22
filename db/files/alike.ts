import { and, asc, eq } from 'drizzle-orm'
import { entry } from '@/db/entries/schema'
import { fileVersion, storedObject } from '@/db/files/schema'
import type { Queryable } from '@/db/postgres/client'
import { revision } from '@/db/revisions/schema'
import type { ReadScope } from '@/db/visibility/read-scope'
import { shownHeads } from '@/db/visibility/shown-heads'
import { type Looks, looksLike } from './likeness'

/** The files whose published picture is the same, or looks like it; the oldest first, those that the scope shows. */
export function findAlikeFiles(
  db: Queryable,
  within: ReadScope,
  looks: Looks,
  nearest: number,
  most: number,
) {
  return db
    .select({ id: entry.id, kind: entry.kind, number: entry.number, label: entry.label })
    .from(storedObject)
    .innerJoin(fileVersion, eq(fileVersion.sha256, storedObject.sha256))
    .innerJoin(entry, eq(entry.id, fileVersion.entryId))
    .innerJoin(revision, and(eq(revision.id, entry.headId), eq(revision.number, fileVersion.number)))
    .where(and(looksLike(storedObject, looks, nearest), shownHeads(db, within)))
    .orderBy(asc(entry.id))
    .limit(most)
}
