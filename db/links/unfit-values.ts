import { and, asc, eq, not, type SQL, sql } from 'drizzle-orm'
import { entry } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { revision, revisionContent } from '@/db/revisions/schema'
import { type ReadScope, shownEntries } from '@/db/visibility/read-scope'
import { isWithheld } from '@/db/visibility/withheld'
import { fieldValue } from './schema'

/** A value that does not fit its field's type. */
export interface UnfitValue {
  entryId: number
  /** With its kind, like `place.built`. */
  field: string
  label: string
  /** The line as it is stored. */
  line: unknown
}

/** A place in the list: the entry and the field of its last value. */
export type UnfitPlace = Pick<UnfitValue, 'entryId' | 'field'>

/** Values of pages shown to the scope that do not fit their field's type, by page and field; those after `after`. */
export async function findUnfitValues(
  db: Queryable,
  within: ReadScope,
  after: UnfitPlace | null,
  most: number,
): Promise<UnfitValue[]> {
  const key = sql`split_part(${fieldValue.field}, '.', 2)`
  const isBeyond: SQL | undefined = after
    ? sql`(${fieldValue.entryId}, ${fieldValue.field}) > (${after.entryId}, ${after.field})`
    : undefined
  return db
    .select({
      entryId: fieldValue.entryId,
      field: fieldValue.field,
      label: sql<string>`${entry.label}`,
      line: sql<unknown>`${revisionContent.content} -> 'infobox' -> ${key}`,
    })
    .from(fieldValue)
    .innerJoin(entry, eq(entry.id, fieldValue.entryId))
    .innerJoin(revision, eq(revision.id, entry.headId))
    .innerJoin(revisionContent, eq(revisionContent.revisionId, revision.id))
    .where(and(not(fieldValue.fits), shownEntries(within), not(isWithheld(db, within, 'text')), isBeyond))
    .orderBy(asc(fieldValue.entryId), asc(fieldValue.field))
    .limit(most)
}
