import { and, eq, inArray, not, or, sql } from 'drizzle-orm'
import { entry } from '@/db/entries/schema'
import { fileVersion, objectSize, storedObject, upload } from '@/db/files/schema'
import type { Queryable } from '@/db/postgres/client'
import { submission } from '@/db/submissions/schema'
import { type ReadScope, shownEntries } from '@/db/visibility/read-scope'
import { isWithheld } from '@/db/visibility/withheld'
import { isSent } from './sent-objects'

/** An object as it is served. */
export interface ServedObject {
  mediaType: string
  bytes: number
  /** Whether it is shown to the scope that was asked for: in a version that is not withheld, of a file that is not deleted. */
  isShown: boolean
  /** Every file that has it in any version. */
  entryIds: number[]
  sizes: { crop: string; width: number; format: 'webp' | 'avif'; bytes: number; digest: string }[]
}

const oneRow = { one: sql`1` }

/** The versions of files that show the current `stored_object` to the scope. */
const versionsShown = (db: Queryable, within: ReadScope) =>
  db
    .select(oneRow)
    .from(fileVersion)
    .innerJoin(entry, eq(entry.id, fileVersion.entryId))
    .where(
      and(
        eq(fileVersion.sha256, storedObject.sha256),
        shownEntries(within),
        not(isWithheld(db, within, 'text', fileVersion)),
      ),
    )

/** An object with everything that serving it needs to know; null when there is none. */
export async function findServed(
  db: Queryable,
  within: ReadScope,
  sha256: string,
): Promise<ServedObject | null> {
  const [[object], files, sizes] = await Promise.all([
    db
      .select({
        mediaType: storedObject.mediaType,
        bytes: storedObject.bytes,
        isShown: sql<boolean>`exists ${versionsShown(db, within)}`,
      })
      .from(storedObject)
      .where(eq(storedObject.sha256, sha256)),
    db.selectDistinct({ id: fileVersion.entryId }).from(fileVersion).where(eq(fileVersion.sha256, sha256)),
    db
      .select({
        crop: objectSize.crop,
        width: objectSize.width,
        format: objectSize.format,
        bytes: objectSize.bytes,
        digest: objectSize.digest,
      })
      .from(objectSize)
      .where(eq(objectSize.sha256, sha256)),
  ])
  return object ? { ...object, entryIds: files.map(({ id }) => id), sizes } : null
}

/** For whom an object is looked for that not everybody sees. */
export interface Onlooker {
  accountId: number
  within: ReadScope
  /** Whether they see what others have sent for review. */
  seesSent: boolean
}

/** In these states a submission can still become a version of a file, and its text can be read by its author. */
const UNPUBLISHED = ['draft', 'waiting', 'changes_requested', 'declined', 'withdrawn', 'overtaken'] as const

/**
 * Whether somebody may look at an object that not everybody sees: in a version that their scope shows, in what they, or,
 * where they see that, others have sent, or since they have uploaded it a moment ago.
 */
export async function isSeenBy(
  db: Queryable,
  sha256: string,
  { accountId, within, seesSent }: Onlooker,
): Promise<boolean> {
  const sent = isSent(
    db,
    and(
      inArray(submission.state, [...UNPUBLISHED]),
      seesSent ? undefined : eq(submission.authorId, accountId),
    ),
  )
  const uploaded = db
    .select(oneRow)
    .from(upload)
    .where(and(eq(upload.accountId, accountId), eq(upload.sha256, storedObject.sha256)))
  const [row] = await db
    .select(oneRow)
    .from(storedObject)
    .where(
      and(
        eq(storedObject.sha256, sha256),
        or(sql`exists ${uploaded}`, sent, sql`exists ${versionsShown(db, within)}`),
      ),
    )
  return row !== undefined
}
