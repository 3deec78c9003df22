import { and, eq, inArray, isNull } from 'drizzle-orm'
import { entry } from '@/db/entries/schema'
import { fileVersion, storedObject } from '@/db/files/schema'
import type { Queryable } from '@/db/postgres/client'
import { revision } from '@/db/revisions/schema'

/** The stored object of a file's head, and its size in pixels. */
export interface HeadPicture {
  sha256: string
  width: number
  height: number
}

/** The pictures that these files show today, by the file's id; of a deleted file none. */
export async function findHeadPictures(
  db: Queryable,
  ids: readonly number[],
): Promise<Map<number, HeadPicture>> {
  if (ids.length === 0) return new Map()
  const { sha256, width, height } = storedObject
  const rows = await db
    .select({ id: entry.id, sha256, width, height })
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headId))
    .innerJoin(fileVersion, and(eq(fileVersion.entryId, entry.id), eq(fileVersion.number, revision.number)))
    .innerJoin(storedObject, eq(storedObject.sha256, fileVersion.sha256))
    .where(and(inArray(entry.id, [...ids]), isNull(entry.deletedAt)))
  return new Map(rows.map(({ id, ...picture }) => [id, picture]))
}
