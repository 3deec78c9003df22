import { asc, eq, inArray } from 'drizzle-orm'
import { erasedObject, fileVersion, storedObject } from '@/db/files/schema'
import type { Queryable, Tx } from '@/db/postgres/client'

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

/** The versions of files that show an object that is erased; of an entry, or of all. */
export function findErasedVersions(db: Queryable, entryId?: number) {
  return db
    .select({ entryId: fileVersion.entryId, number: fileVersion.number })
    .from(fileVersion)
    .innerJoin(erasedObject, eq(erasedObject.sha256, fileVersion.sha256))
    .where(entryId === undefined ? undefined : eq(fileVersion.entryId, entryId))
    .orderBy(asc(fileVersion.entryId), asc(fileVersion.number))
}
