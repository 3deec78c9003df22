import { findMerged } from '@/db/entries/merges'
import type { Queryable } from '@/db/postgres/client'
import {
  findEntryHeads,
  findLivingKinds,
  findRevisionContent,
  type HeadRow,
} from '@/db/publishing/publishing'
import { isVisibleTo } from '@/db/visibility/private-life'
import { findWithheldPositions } from '@/db/withholding/withheld-items'
import { isTextWithheld } from '@/db/withholding/withholdings'
import { type MergeConflict, mergeContents } from '@/lib/content/merge'
import { mapReferences, referencesOf } from '@/lib/content/references'
import { RefusalError, refuse } from '@/lib/errors'
import { type AnyContent, contentOf, type EntryContent, kindOf, stored } from '@/lib/kinds/registry'
import { codes } from '@/lib/messages/codes'
import { type ReadScope, writersScope } from '@/lib/policy/policy'
import type { Change } from '@/lib/policy/subject'
import { type BaseText, findBaseText } from './base-text'
import { changeOf } from './change'
import { ConflictError, type EntryConflict } from './conflict'
import type { RequestedChange } from './parse'

/** A requested change on top of the head it was merged with. */
export type MergedChange = EntryContent & {
  position: number
  entryId: number | null
  /** The number in its address, where it is known. */
  entryNumber?: number
  /** The head's number; 0 for a new entry. */
  headNumber: number
  before: AnyContent | null
  change: Change
  /** Set where it is based on an edit that is not decided yet. */
  basedOn?: BasedOn | null
}

/** How an edit that is based on an open one is kept while it waits: as it was written, on the text it was written on. */
export interface BasedOn {
  base: BaseText
  baseNumber: number
  content: AnyContent
  /** It cannot be put on top of the head before the edit that it is based on is. */
  isBound: boolean
}

/** Whether an edit that fits the head only together with the open one that it is based on is taken as it is. */
export type Bound = 'refused' | 'kept'

/**
 * Puts what is asked for on top of today's heads, merging where a head has moved since the base. Throws a
 * `ConflictError` with every text when the same thing was changed, a `RefusalError` when an entry or base is not there,
 * or meets another edit in a text that is not visible `within` the scope of who will read the conflict.
 * An edit that is based on an earlier one of its author is merged with that one's text as its base; one that fits the
 * head only together with it is, with `bound` kept, given as it was written, to wait. Merging is work without bounds for
 * a lock: call it before the transaction, and compare heads again inside.
 */
export async function mergeChanges(
  db: Queryable,
  requested: RequestedChange[],
  within: ReadScope,
  bound: Bound = 'refused',
): Promise<MergedChange[]> {
  const [heads, named] = await Promise.all([
    findEntryHeads(
      db,
      requested.flatMap((one) => one.entryId ?? []),
    ),
    followMerges(db, requested),
  ])
  const conflicts: EntryConflict[] = []
  const changes: MergedChange[] = []
  for (const one of named) {
    const made =
      one.entryId === null ? fresh(one) : await onTopOf(db, one, heads.get(one.entryId), { within, bound })
    if ('conflicts' in made) conflicts.push(made)
    else changes.push(made)
  }
  if (conflicts.length > 0) throw new ConflictError(conflicts)
  return changes
}

/** The same, naming what entries were merged into in place of those: drafts and submissions from before go on to fit. */
async function followMerges(db: Queryable, requested: RequestedChange[]): Promise<RequestedChange[]> {
  const named = requested.flatMap(({ kind, content }) => referencesOf(kindOf(kind), content))
  const into = await findMerged(
    db,
    named.flatMap(({ to, expects }) => (expects !== 'category' && kindOf(expects).joined ? to : [])),
  )
  if (into.size === 0) return requested
  return requested.map((one) => ({
    ...one,
    ...contentOf(
      one.kind,
      mapReferences(kindOf(one.kind), one.content, (id) => into.get(id) ?? id),
    ),
  }))
}

/** What is asked for as it was written, against today's heads, with nothing merged: to be evaluated, not published. */
export async function unmergedChanges(db: Queryable, requested: RequestedChange[]): Promise<MergedChange[]> {
  const heads = await findEntryHeads(
    db,
    requested.flatMap((one) => one.entryId ?? []),
  )
  return Promise.all(
    requested.map(async (one) => {
      const head = one.entryId === null ? undefined : heads.get(one.entryId)
      if (!head) return fresh(one)
      const before = stored(one.kind, head) as AnyContent
      const { position, entryId } = one
      const base = await baseTextOf(db, one)
      const change = changeOf(kindOf(one.kind), base?.content ?? before, one.content)
      return { ...entryContent(one), position, entryId, headNumber: head.headNumber, before, change }
    }),
  )
}

function fresh(one: RequestedChange): MergedChange {
  return {
    ...entryContent(one),
    position: one.position,
    entryId: null,
    headNumber: 0,
    before: null,
    change: changeOf(kindOf(one.kind), null, one.content),
  }
}

async function onTopOf(
  db: Queryable,
  one: RequestedChange,
  head: HeadRow | undefined,
  { within, bound }: { within: ReadScope; bound: Bound },
): Promise<MergedChange | EntryConflict> {
  if (!head || head.kind !== one.kind)
    throw new RefusalError(refuse('not_found', codes().writing.entryNotFound))
  const { kind, content, position } = one
  const { id: entryId, number: entryNumber, headNumber } = head
  const theirs = stored(kind, head) as AnyContent
  const at = { position, entryId, entryNumber, headNumber, before: theirs }
  const own = await baseTextOf(db, one)
  const isOnHead = !own && one.baseNumber === headNumber
  const base = own?.content ?? (isOnHead ? theirs : await revisionOf(db, one, head))
  const merged = isOnHead
    ? { ok: true as const, content }
    : mergeContents(kindOf(kind), base, theirs, content)
  const basedOn = own?.isOpen ? { base: own, baseNumber: numberIn(one, head), content } : null
  if (merged.ok) {
    const change = changeOf(kindOf(kind), theirs, merged.content)
    return {
      ...contentOf(kind, merged.content),
      ...at,
      change,
      basedOn: basedOn && { ...basedOn, isBound: false },
    }
  }
  if (own && basedOn && bound === 'kept' && (await fitsWithBase(db, one, head))) {
    const change = changeOf(kindOf(kind), own.content, content)
    return { ...contentOf(kind, content), ...at, change, basedOn: { ...basedOn, isBound: true } }
  }
  await requireVisible(db, within, [entryId])
  await demandReadable(db, entryId, numberIn(one, head), own)
  return { ...conflictOf(one, head, base, merged), buildsOn: own?.isOpen ? own.submissionId : null }
}

/** The author's own text that an edit is based on, if on any. Throws when it is not there (any more). */
async function baseTextOf(db: Queryable, one: RequestedChange): Promise<BaseText | null> {
  if (!one.baseRoundId) return null
  const found = await findBaseText(db, one.baseRoundId, one)
  if (!found) throw new RefusalError(refuse('not_found', codes().writing.baseNotFound))
  return found
}

/** What no revision can be numbered is not asked for: the column would not hold it. */
const numberIn = (one: RequestedChange, head: HeadRow) => Math.min(one.baseNumber ?? 0, head.headNumber + 1)

async function revisionOf(db: Queryable, one: RequestedChange, head: HeadRow): Promise<AnyContent> {
  const base = await findRevisionContent(db, head.id, numberIn(one, head))
  if (base === null) throw new RefusalError(refuse('not_found', codes().writing.baseNotFound))
  return stored(head.kind, base)
}

/** Whether an edit and the one that it is based on fit today's head when they come together. */
async function fitsWithBase(db: Queryable, one: RequestedChange, head: HeadRow): Promise<boolean> {
  const theirs = stored(one.kind, head) as AnyContent
  return mergeContents(kindOf(one.kind), await revisionOf(db, one, head), theirs, one.content).ok
}

/** Refuses where what an entry says is not visible within the scope: a fact about private life that nothing backs. */
export async function requireVisible(db: Queryable, within: ReadScope, entryIds: number[]): Promise<void> {
  const visible = await Promise.all(entryIds.map((id) => isVisibleTo(db, within, id)))
  if (visible.includes(false)) throw new RefusalError(refuse('not_found', codes().writing.notVisible))
}

/** A conflict answers with the base and the head: neither a deleted entry nor a withheld text is shown that way. */
async function demandReadable(
  db: Queryable,
  entryId: number,
  baseNumber: number,
  own: BaseText | null,
): Promise<void> {
  const { writing } = codes()
  if (!(await findLivingKinds(db, [entryId])).has(entryId))
    throw new RefusalError(refuse('not_found', writing.entryNotFound))
  const isOwnWithheld = own && (await findWithheldPositions(db, writersScope, own.roundId)).size > 0
  if (isOwnWithheld || (await isTextWithheld(db, entryId, baseNumber)))
    throw new RefusalError(refuse('not_found', writing.baseNotFound))
}

function conflictOf(
  one: RequestedChange,
  head: HeadRow,
  base: AnyContent,
  merge: { merged: AnyContent; conflicts: MergeConflict[] },
): Omit<EntryConflict, 'buildsOn'> {
  const { kind, content: yours } = one
  const theirs = stored(kind, head)
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

const entryContent = ({ kind, content }: RequestedChange) => contentOf(kind, content)
