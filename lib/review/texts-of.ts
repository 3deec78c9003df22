import type { Queryable } from '@/db/postgres/client'
import { findProtections, findRevisionContent } from '@/db/publishing/publishing'
import type { SubmissionRow } from '@/db/submissions/submissions'
import { isVisibleTo } from '@/db/visibility/private-life'
import { isTextWithheld } from '@/db/withholding/withholdings'
import { findBaseText } from '@/lib/changesets/base-text'
import { changeOf } from '@/lib/changesets/change'
import { ConflictError, type EntryConflict } from '@/lib/changesets/conflict'
import { type Evaluation, evaluate } from '@/lib/changesets/evaluate'
import { type MergedChange, mergeChanges, requireVisible } from '@/lib/changesets/merge'
import type { RequestedChange } from '@/lib/changesets/parse'
import { RefusalError } from '@/lib/errors'
import {
  type AnyContent,
  type ContentKind,
  contentOf,
  type EntryContent,
  kindOf,
  stored,
} from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import type { ReadScope } from '@/lib/policy/policy'
import type { Change } from '@/lib/policy/subject'

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
  /** The submission whose text it is based on. */
  buildsOn: { submissionId: number; state: SubmissionRow['state'] } | null
}

/** Who looks: what the scope keeps from them is not compared with, nor what a deleted entry said, unless they may. */
export interface Reader {
  within: ReadScope
  readsDeleted: boolean
}

/** What a submission that waits proposes, and what the rules are asked about it. */
export interface TextsForDecision extends Pick<Evaluation, 'cases'> {
  compared: Compared[]
  conflicts: EntryConflict[]
  /** Why it could not be published as things are; null when nothing speaks against it. */
  obstacle: string | null
}

/**
 * What a submission that waits would make of today's texts: merged where that goes by itself; where it does not, as it
 * was written, with every place where two edits met.
 */
export async function textsForDecision(
  db: Queryable,
  requested: RequestedChange[],
  reader: Reader,
): Promise<TextsForDecision> {
  const ids = requested.flatMap((one) => one.entryId ?? [])
  const asWrittenNow = async (why: Pick<TextsForDecision, 'conflicts' | 'obstacle'>) => {
    const compared = await textsAsWritten(db, requested, reader)
    const { cases } = await evaluate(db, compared.map(changeIn))
    return { compared, cases, ...why }
  }
  if (await isAnyDeleted(db, ids))
    return asWrittenNow({ conflicts: [], obstacle: messages().writing.entryDeleted })
  try {
    await requireVisible(db, reader.within, ids)
    const { changes, cases, fault } = await evaluate(db, await mergeChanges(db, requested, reader.within))
    const compared = await Promise.all(
      changes.map((one, index) => onTopOfHead(db, one, requested[index] ?? { ...one, baseNumber: 0 })),
    )
    return { compared, cases, conflicts: [], obstacle: fault?.message ?? null }
  } catch (error) {
    if (error instanceof ConflictError) return asWrittenNow({ conflicts: error.conflicts, obstacle: null })
    if (error instanceof RefusalError) return asWrittenNow({ conflicts: [], obstacle: error.message })
    throw error
  }
}

/** A proposed text as a change to what it is compared with. */
const changeIn = (one: Compared): MergedChange => ({ ...one, headNumber: one.comparedWith })

async function isAnyDeleted(db: Queryable, ids: number[]): Promise<boolean> {
  return [...(await findProtections(db, ids)).values()].some((row) => row.deletedAt !== null)
}

/**
 * What a submission said when it was written, against the text that its author based it on: the version that they saw,
 * or an earlier edit of their own. Where that version is withheld, or not for the reader, the text stands alone.
 */
export function textsAsWritten(
  db: Queryable,
  requested: RequestedChange[],
  reader: Reader,
): Promise<Compared[]> {
  return Promise.all(requested.map((one) => asWritten(db, one, reader)))
}

async function asWritten(db: Queryable, one: RequestedChange, reader: Reader): Promise<Compared> {
  const baseNumber = one.baseNumber ?? 0
  const own = await ownBaseOf(db, one)
  const revision =
    one.entryId === null || own
      ? null
      : await baseOf(db, { ...one, entryId: one.entryId }, baseNumber, reader)
  const before = own?.content ?? revision
  return {
    ...contentOf(one.kind, one.content),
    position: one.position,
    entryId: one.entryId,
    baseNumber,
    comparedWith: before ? baseNumber : 0,
    isComparedWithHead: false,
    before,
    change: changeOf(kindOf(one.kind), before, one.content),
    buildsOn: own,
  }
}

const ownBaseOf = async (db: Queryable, one: RequestedChange) =>
  one.baseRoundId ? findBaseText(db, one.baseRoundId, one) : null

async function baseOf(
  db: Queryable,
  { kind, entryId }: { kind: ContentKind; entryId: number },
  number: number,
  { within, readsDeleted }: Reader,
): Promise<AnyContent | null> {
  if (await isTextWithheld(db, entryId, number)) return null
  const entry = (await findProtections(db, [entryId])).get(entryId)
  if (entry?.deletedAt && !readsDeleted) return null
  if (!(await isVisibleTo(db, within, entryId))) return null
  const found = await findRevisionContent(db, entryId, number)
  return found && stored(kind, found)
}

async function onTopOfHead(db: Queryable, one: MergedChange, requested: RequestedChange): Promise<Compared> {
  const { headNumber, basedOn: _, ...rest } = one
  const own = await ownBaseOf(db, requested)
  return {
    ...rest,
    baseNumber: requested.baseNumber ?? 0,
    comparedWith: headNumber,
    isComparedWithHead: true,
    buildsOn: own,
  }
}
