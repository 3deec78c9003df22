import type { Queryable } from '@/db/client'
import { findContent, findProtections } from '@/db/queries/publishing'
import type { SubmissionRow } from '@/db/queries/submissions'
import { isTextWithheld } from '@/db/queries/withholdings'
import { type AnyContent, contentOf, type EntryContent } from '@/lib/entries/content'
import { RefusalError } from '@/lib/errors'
import type { Change } from '@/lib/policy/subject'
import { changeOf } from '@/lib/revisions/change'
import { writing } from '@/lib/texts/en/writing'
import { findBaseText } from './base-text'
import { check } from './check'
import { ConflictError, type EntryConflict, type Prepared, prepare, type Wanted } from './prepare'

/** A proposed text and what it is compared with. */
export type Compared = EntryContent & {
  position: number
  entryId: number | null
  baseNumber: number
  /** The version it is compared with; 0 where there is nothing to compare with. */
  comparedWith: number
  isComparedWithHead: boolean
  before: AnyContent | null
  change: Change
  /** The submission whose text it goes on from. */
  buildsOn: { submissionId: number; state: SubmissionRow['state'] } | null
}

export interface Texts {
  compared: Compared[]
  conflicts: EntryConflict[]
  /** Why it could not be published as things are; null when nothing speaks against it. */
  obstacle: string | null
}

/**
 * What a submission that waits would make of today's texts: merged where that goes by itself; where it does not, as it
 * was written, with every place where two edits met.
 */
export async function textsForDecision(db: Queryable, wanted: Wanted[], isReadable: boolean): Promise<Texts> {
  if (await isAnyDeleted(db, wanted)) {
    const compared = await textsAsWritten(db, wanted, isReadable)
    return { compared, conflicts: [], obstacle: writing.entryDeleted }
  }
  try {
    const prepared = await prepare(db, wanted)
    const compared = await Promise.all(
      prepared.map((one, index) => onTopOfHead(db, one, wanted[index] ?? { ...one, baseNumber: 0 })),
    )
    return { compared, conflicts: [], obstacle: await obstacleTo(() => check(db, prepared)) }
  } catch (error) {
    const compared = await textsAsWritten(db, wanted, isReadable)
    if (error instanceof ConflictError) return { compared, conflicts: error.conflicts, obstacle: null }
    if (error instanceof RefusalError) return { compared, conflicts: [], obstacle: error.message }
    throw error
  }
}

async function isAnyDeleted(db: Queryable, wanted: Wanted[]): Promise<boolean> {
  const ids = wanted.flatMap((one) => one.entryId ?? [])
  return [...(await findProtections(db, ids)).values()].some((row) => row.deletedAt !== null)
}

/**
 * What a submission said when it was written, against the text that its author went on from: the version that they saw,
 * or an earlier edit of their own. Where that version is withheld,
 * or its entry deleted and the asker not to read it (`isReadable` false), the text stands alone.
 */
export function textsAsWritten(db: Queryable, wanted: Wanted[], isReadable: boolean): Promise<Compared[]> {
  return Promise.all(wanted.map((one) => asWritten(db, one, isReadable)))
}

async function asWritten(db: Queryable, one: Wanted, isReadable: boolean): Promise<Compared> {
  const baseNumber = one.baseNumber ?? 0
  const own = await ownBaseOf(db, one)
  const revision = one.entryId === null || own ? null : await baseOf(db, one.entryId, baseNumber, isReadable)
  const before = own?.content ?? revision
  return {
    ...contentOf(one.kind, one.content),
    position: one.position,
    entryId: one.entryId,
    baseNumber,
    comparedWith: before ? baseNumber : 0,
    isComparedWithHead: false,
    before,
    change: changeOf(one.kind, before, one.content),
    buildsOn: own,
  }
}

const ownBaseOf = async (db: Queryable, one: Wanted) =>
  one.baseRoundId ? findBaseText(db, one.baseRoundId, one) : null

async function baseOf(
  db: Queryable,
  entryId: number,
  number: number,
  isReadable: boolean,
): Promise<AnyContent | null> {
  if (await isTextWithheld(db, entryId, number)) return null
  const entry = (await findProtections(db, [entryId])).get(entryId)
  if (entry?.deletedAt && !isReadable) return null
  return (await findContent(db, entryId, number)) as AnyContent | null
}

async function onTopOfHead(db: Queryable, one: Prepared, wanted: Wanted): Promise<Compared> {
  const { headNumber, goesOn: _, ...rest } = one
  const own = await ownBaseOf(db, wanted)
  return {
    ...rest,
    baseNumber: wanted.baseNumber ?? 0,
    comparedWith: headNumber,
    isComparedWithHead: true,
    buildsOn: own,
  }
}

async function obstacleTo(work: () => Promise<void>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof RefusalError) return error.message
    throw error
  }
}
