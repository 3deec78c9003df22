import { isSame } from '@/lib/text/canonical'
import type { Citation } from './citation'
import type { Block } from './document'
import { type Described, type Field, fieldsOf } from './fields'
import { mergeSequences, type SequenceConflict } from './merge-sequence'
import { mergeTables } from './merge-tables'
import { normalizeContent } from './normalize'

/** One place where both sides changed the same thing, with all three texts. */
export interface MergeConflict {
  /** `title`, `body`, `infobox.born`, `citations`. */
  field: string
  /** The block in conflict; absent when it is the whole field or the order of its parts. */
  blockId?: string
  base: unknown
  theirs: unknown
  yours: unknown
}

/** The result. With conflicts, `merged` holds everything that could be merged, and yours where it could not. */
export type Merge<C> = { ok: true; content: C } | { ok: false; conflicts: MergeConflict[]; merged: C }

/**
 * Merges two edits of the same base. Different fields, blocks, table rows, infobox fields and citations merge; the same
 * change made twice is one change; the same thing changed differently is a conflict. A merged text is valid content
 * like any other: where only the combination of both edits breaks a rule, that field is a conflict. All three must be
 * normalized content. Linear in their size.
 */
export function mergeContents<C extends object>(
  kind: Pick<Described<C>, 'fields' | 'schema'>,
  base: C,
  theirs: C,
  yours: C,
): Merge<C> {
  if (isSame(base, yours) || isSame(theirs, yours)) return { ok: true, content: theirs }
  if (isSame(base, theirs)) return { ok: true, content: yours }
  const merged: Record<string, unknown> = {}
  const conflicts: MergeConflict[] = []
  for (const [field, { merges, restsOn }] of fieldsOf(kind)) {
    const sides = [base[field], theirs[field], yours[field]]
    const done = isTakenApart(field, restsOn, base, theirs, yours)
      ? { value: yours[field], conflicts: [wholeConflict(field, base, theirs, yours)] }
      : mergeField(field, merges, sides)
    merged[field] = done.value
    conflicts.push(...done.conflicts)
  }
  const parsed = kind.schema.safeParse(merged)
  if (!parsed.success) {
    const broken = parsed.error.issues.map(({ path: [field] }) => String(field))
    for (const field of new Set(broken)) conflicts.push(wholeConflict(field, base, theirs, yours))
    return { ok: false, conflicts, merged: yours }
  }
  const content = normalizeContent(kind, parsed.data)
  return conflicts.length ? { ok: false, conflicts, merged: content } : { ok: true, content }
}

/** Whether one side changed a field, and the other what that rests on: together they would mean something else. */
function isTakenApart<C extends object>(
  field: keyof C,
  restsOn: string | null,
  base: C,
  ...[theirs, yours]: [C, C]
): boolean {
  if (restsOn === null || isSame(theirs[field], yours[field])) return false
  const ground = restsOn as keyof C
  const changed = (side: C, name: keyof C) => !isSame(side[name], base[name])
  const isTorn = (one: C, other: C) =>
    changed(one, ground) && !changed(other, ground) && changed(other, field)
  return isTorn(theirs, yours) || isTorn(yours, theirs)
}

interface MergedField {
  value: unknown
  conflicts: MergeConflict[]
}

function mergeField(field: string, way: Field['merges'], [base, theirs, yours]: unknown[]): MergedField {
  if (isSame(base, yours) || isSame(theirs, yours)) return { value: theirs, conflicts: [] }
  if (isSame(base, theirs)) return { value: yours, conflicts: [] }
  switch (way) {
    case 'whole':
      return { value: yours, conflicts: [{ field, base, theirs, yours }] }
    case 'blocks':
      return mergeBlocks(field, [base, theirs, yours] as DocumentLike[])
    case 'keys':
      return mergeKeys(field, [base, theirs, yours] as (Record<string, unknown> | undefined)[])
    case 'names':
      return mergeList(field, [base, theirs, yours] as (string | number)[][], () => String)
    case 'citations':
      return mergeList(field, [base, theirs, yours] as Citation[][], keyOfCitation)
  }
}

interface DocumentLike {
  type: 'doc'
  content: Block[]
}

function mergeBlocks(field: string, sides: DocumentLike[]): MergedField {
  const [base = [], theirs = [], yours = []] = sides.map((side) => side.content)
  const { merged, conflicts } = mergeSequences(base, theirs, yours, keyOfBlock, mergeBlock)
  return { value: { type: 'doc', content: merged }, conflicts: conflicts.map((one) => inField(field, one)) }
}

const keyOfBlock = (block: Block) => block.attrs.id ?? ''

/** Two edits of one block can be merged only in a table: by its rows. */
const mergeBlock = (base: Block, theirs: Block, yours: Block) =>
  base.type === 'table' && theirs.type === 'table' && yours.type === 'table'
    ? mergeTables(base, theirs, yours)
    : null

/** Infobox values and their gates: each key is a field of its own. */
function mergeKeys(field: string, sides: (Record<string, unknown> | undefined)[]): MergedField {
  const [base = [], theirs = [], yours = []] = sides.map((side) => Object.entries(side ?? {}))
  const { merged, conflicts } = mergeSequences(base, theirs, yours, ([key]) => key)
  const textIn = (side: unknown) => (side as [string, unknown] | null)?.[1] ?? null
  return {
    value: Object.fromEntries(merged),
    // An infobox is shown in its kind's order, so a different order of keys is no conflict.
    conflicts: conflicts.flatMap(({ key, base, theirs, yours }) =>
      key === null
        ? []
        : [
            {
              field: `${field}.${key}`,
              base: textIn(base),
              theirs: textIn(theirs),
              yours: textIn(yours),
            },
          ],
    ),
  }
}

/** A list of keyed items. `keys` makes a fresh key function for each list. */
function mergeList<T>(field: string, sides: T[][], keys: () => (part: T) => string): MergedField {
  const [base = [], theirs = [], yours = []] = sides.map((side) => {
    const keyOf = keys()
    return side.map((part) => ({ key: keyOf(part), part }))
  })
  const { merged, conflicts } = mergeSequences(base, theirs, yours, ({ key }) => key)
  return {
    value: merged.map(({ part }) => part),
    conflicts: conflicts.map(({ base, theirs, yours }) => ({
      field,
      base: bare(base),
      theirs: bare(theirs),
      yours: bare(yours),
    })),
  }
}

const bare = <T>(side: { part: T } | { part: T }[] | null) =>
  Array.isArray(side) ? side.map(({ part }) => part) : (side?.part ?? null)

/** Citations are matched by their source, and a source's several citations by their order. */
function keyOfCitation(): (citation: Citation) => string {
  const seen = new Map<number, number>()
  return ({ source }) => {
    const times = (seen.get(source) ?? 0) + 1
    seen.set(source, times)
    return `${source}.${times}`
  }
}

function inField<T>(field: string, conflict: SequenceConflict<T>): MergeConflict {
  const { key, base, theirs, yours } = conflict
  return key === null ? { field, base, theirs, yours } : { field, blockId: key, base, theirs, yours }
}

function wholeConflict(field: string, ...sides: object[]): MergeConflict {
  const [base, theirs, yours] = sides.map((side) => (side as Record<string, unknown>)[field])
  return { field, base, theirs, yours }
}
