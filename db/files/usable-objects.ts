import { and, eq, inArray, not, or, type SQL, sql } from 'drizzle-orm'
import { fileVersion, storedObject, upload } from '@/db/files/schema'
import type { Queryable } from '@/db/postgres/client'
import { submission } from '@/db/submissions/schema'
import type { ReadScope } from '@/db/visibility/read-scope'
import { isWithheld } from '@/db/visibility/withheld'
import { isSent } from './sent-objects'

/** An object that is named by a file, or is to be. */
export interface NamedObject {
  sha256: string
  /** The file; null for a new one. */
  entryId: number | null
}

/** A stored object and whether it may be used. */
export interface UsableObject {
  width: number
  height: number
  mayUse: boolean
}

/**
 * Those of the objects that are stored, by their SHA-256, and whether this account may use them in their file: who
 * uploaded it may, who has sent it for review may go on with it, and a file may go back to a picture that it has had in a
 * version whose text the scope shows. With no account everything that is stored may be used. In a transaction the objects
 * stay until its end.
 */
export async function findUsableObjects(
  db: Queryable,
  named: readonly NamedObject[],
  accountId: number | null,
  within: ReadScope,
): Promise<Map<string, UsableObject>> {
  if (named.length === 0) return new Map()
  const mayUse =
    accountId === null ? sql<boolean>`true` : sql<boolean>`(${isOwnOrHad(db, named, accountId, within)})`
  const rows = await db
    .select({
      sha256: storedObject.sha256,
      width: storedObject.width,
      height: storedObject.height,
      mayUse,
    })
    .from(storedObject)
    .where(
      inArray(
        storedObject.sha256,
        named.map(({ sha256 }) => sha256),
      ),
    )
    .for('key share')
  return new Map(rows.map(({ sha256, ...rest }) => [sha256, rest]))
}

function isOwnOrHad(
  db: Queryable,
  named: readonly NamedObject[],
  accountId: number,
  within: ReadScope,
): SQL | undefined {
  const uploads = db
    .select({ one: sql`1` })
    .from(upload)
    .where(
      and(
        eq(upload.accountId, accountId),
        eq(upload.sha256, storedObject.sha256),
        inArray(upload.state, ['stored', 'used']),
      ),
    )
  const inThisFile = named.map(({ sha256, entryId }) =>
    entryId === null ? undefined : and(eq(fileVersion.sha256, sha256), eq(fileVersion.entryId, entryId)),
  )
  const had = db
    .select({ one: sql`1` })
    .from(fileVersion)
    .where(
      and(
        eq(fileVersion.sha256, storedObject.sha256),
        or(...inThisFile),
        not(isWithheld(db, within, 'text', fileVersion)),
      ),
    )
  return or(
    eq(storedObject.uploadedById, accountId),
    sql`exists ${uploads}`,
    isSent(db, eq(submission.authorId, accountId)),
    named.some(({ entryId }) => entryId !== null) ? sql`exists ${had}` : undefined,
  )
}
