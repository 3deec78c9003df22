import type { Queryable } from '@/db/client'
import { findContent, findHeads, findLivingKinds, type HeadRow } from '@/db/queries/publishing'
import type { SubmissionItemRow } from '@/db/queries/submissions'
import { isErased } from '@/db/queries/withheld-items'
import { isTextWithheld } from '@/db/queries/withholdings'
import { type MergeConflict, mergeContents } from '@/lib/content/merge'
import { type AnyContent, contentOf, type EntryContent } from '@/lib/entries/content'
import { RefusalError, refuse } from '@/lib/errors'
import type { Change } from '@/lib/policy/subject'
import { changeOf } from '@/lib/revisions/change'
import { writing } from '@/lib/texts/en/writing'

/** What an author wants an entry to say, and what they saw when they began. */
export type Wanted = EntryContent & {
  /** The place in the changeset, from 1: others name a new entry by `-position`. */
  position: number
  entryId: number | null
  baseNumber: number | null
}

/** A wanted change on top of the head it was merged with. */
export type Prepared = EntryContent & {
  position: number
  entryId: number | null
  /** The head's number; 0 for a new entry. */
  headNumber: number
  before: AnyContent | null
  change: Change
}

/** One entry whose head and whose wanted text changed the same thing: all three texts, and where they meet. */
export interface EntryConflict {
  entryId: number
  kind: EntryContent['kind']
  baseNumber: number
  headNumber: number
  base: AnyContent
  theirs: AnyContent
  yours: AnyContent
  /** What an author goes on with: everything that could be merged, and yours where it could not. */
  merged: AnyContent
  conflicts: MergeConflict[]
}

export class ConflictError extends Error {
  constructor(readonly conflicts: EntryConflict[]) {
    super('the same passage was changed meanwhile')
  }
}

/**
 * Puts what is wanted on top of today's heads, merging where a head has moved since the base. Throws a
 * `ConflictError` with every text when the same thing was changed, a `RefusalError` when an entry or base is not there.
 * Merging is work without bounds for a lock: call it before the transaction, and compare heads again inside.
 */
export async function prepare(db: Queryable, wanted: Wanted[]): Promise<Prepared[]> {
  const heads = await findHeads(
    db,
    wanted.flatMap((one) => one.entryId ?? []),
  )
  const conflicts: EntryConflict[] = []
  const prepared: Prepared[] = []
  for (const one of wanted) {
    const made = one.entryId === null ? fresh(one) : await onTopOf(db, one, heads.get(one.entryId))
    if ('conflicts' in made) conflicts.push(made)
    else prepared.push(made)
  }
  if (conflicts.length > 0) throw new ConflictError(conflicts)
  return prepared
}

/** A wanted change as it was written, against today's heads, with nothing merged: for looking at, not for publishing. */
export async function asProposed(db: Queryable, wanted: Wanted[]): Promise<Prepared[]> {
  const heads = await findHeads(
    db,
    wanted.flatMap((one) => one.entryId ?? []),
  )
  return wanted.map((one) => {
    const head = one.entryId === null ? undefined : heads.get(one.entryId)
    if (!head) return fresh(one)
    const before = contentOf(one.kind, head.content).content
    const { position, entryId } = one
    const change = changeOf(one.kind, before, one.content)
    return { ...entryContent(one), position, entryId, headNumber: head.headNumber, before, change }
  })
}

function fresh(one: Wanted): Prepared {
  return {
    ...entryContent(one),
    position: one.position,
    entryId: null,
    headNumber: 0,
    before: null,
    change: changeOf(one.kind, null, one.content),
  }
}

async function onTopOf(
  db: Queryable,
  one: Wanted,
  head: HeadRow | undefined,
): Promise<Prepared | EntryConflict> {
  if (!head || head.kind !== one.kind) throw new RefusalError(refuse('not_found', writing.entryNotFound))
  // What no revision can be numbered is not asked for: the column would not hold it.
  const number = Math.min(one.baseNumber ?? 0, head.headNumber + 1)
  const base = await findContent(db, head.id, number)
  if (base === null) throw new RefusalError(refuse('not_found', writing.baseNotFound))
  const theirs = contentOf(one.kind, head.content).content
  const merged =
    one.baseNumber === head.headNumber
      ? { ok: true as const, content: one.content }
      : mergeContents(one.kind, base as AnyContent, theirs, one.content)
  if (!merged.ok) {
    await demandReadable(db, head.id, number)
    return conflictOf(one, head, base as AnyContent, merged)
  }
  return {
    ...contentOf(one.kind, merged.content),
    position: one.position,
    entryId: head.id,
    headNumber: head.headNumber,
    before: theirs,
    change: changeOf(one.kind, theirs, merged.content),
  }
}

/** A conflict answers with the base and the head: neither a deleted entry nor a withheld text is told that way. */
async function demandReadable(db: Queryable, entryId: number, baseNumber: number): Promise<void> {
  if (!(await findLivingKinds(db, [entryId])).has(entryId))
    throw new RefusalError(refuse('not_found', writing.entryNotFound))
  if (await isTextWithheld(db, entryId, baseNumber))
    throw new RefusalError(refuse('not_found', writing.baseNotFound))
}

function conflictOf(
  one: Wanted,
  head: HeadRow,
  base: AnyContent,
  merge: { merged: AnyContent; conflicts: MergeConflict[] },
): EntryConflict {
  const { kind, content: yours } = one
  const theirs = head.content as AnyContent
  return {
    entryId: head.id,
    kind,
    baseNumber: one.baseNumber ?? 0,
    headNumber: head.headNumber,
    base,
    theirs,
    yours,
    merged: merge.merged,
    conflicts: merge.conflicts,
  }
}

/** A kept item as what its author wanted. Throws a `RefusalError` when its text was erased. */
export function wantedOf(item: SubmissionItemRow): Wanted {
  const { position, entryId, baseNumber } = item
  if (isErased(item)) throw new RefusalError(refuse('not_found', writing.contentErased))
  if (item.entryKind === 'file') throw new Error('files are not written through submissions')
  return { ...contentOf(item.entryKind, item.content), position, entryId, baseNumber }
}

const entryContent = ({ kind, content }: Wanted) => contentOf(kind, content)
