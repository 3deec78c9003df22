import { and, asc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import { entry } from '@/db/entries/schema'
import { erasedObject, fileVersion, storedObject } from '@/db/files/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { revision } from '@/db/revisions/schema'

/** Those of these objects that are recorded as erased. */
export async function findErased(db: Queryable, sha256s: readonly string[]): Promise<Set<string>> {
  if (sha256s.length === 0) return new Set()
  const rows = await db
    .select({ sha256: erasedObject.sha256 })
    .from(erasedObject)
    .where(inArray(erasedObject.sha256, [...sha256s]))
  return new Set(rows.map(({ sha256 }) => sha256))
}

/**
 * Records an object that the store's list says was erased, and removes its row whatever shows it: from the commit on it
 * is neither served nor accepted. The object has to be locked.
 */
export async function enterErased(
  tx: Tx,
  erased: { sha256: string; likeness: string | null; erasedAt: Date },
): Promise<void> {
  await tx.delete(storedObject).where(eq(storedObject.sha256, erased.sha256))
  await tx.insert(erasedObject).values(erased).onConflictDoNothing()
}

/** The versions of files that show an object that is erased; of an entry, or of all. Those of a deleted head are left out. */
export function findErasedVersions(db: Queryable, entryId?: number) {
  return db
    .select({ entryId: fileVersion.entryId, number: fileVersion.number })
    .from(fileVersion)
    .innerJoin(erasedObject, eq(erasedObject.sha256, fileVersion.sha256))
    .innerJoin(entry, eq(entry.id, fileVersion.entryId))
    .innerJoin(revision, eq(revision.id, entry.headId))
    .where(
      and(
        entryId === undefined ? sql`true` : eq(entry.id, entryId),
        or(ne(revision.number, fileVersion.number), isNull(entry.deletedAt)),
      ),
    )
    .orderBy(asc(fileVersion.entryId), asc(fileVersion.number))
}
