import { and, eq, inArray, isNull } from 'drizzle-orm'
import { entry } from '@/db/entries/schema'
import { fileVersion } from '@/db/files/schema'
import type { Queryable } from '@/db/postgres/client'
import { revision } from '@/db/revisions/schema'

/** The SHA-256 of the objects that these files show today, by the file's id; of a deleted file none. */
export async function findHeadObjects(db: Queryable, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: entry.id, sha256: fileVersion.sha256 })
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headId))
    .innerJoin(fileVersion, and(eq(fileVersion.entryId, entry.id), eq(fileVersion.number, revision.number)))
    .where(and(inArray(entry.id, [...ids]), isNull(entry.deletedAt)))
  return new Map(rows.map(({ id, sha256 }) => [id, sha256]))
}
