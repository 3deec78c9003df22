import { newBlockId } from '@/components/editor/block-ids'
import type { MergeConflict } from '@/lib/content/merge'
import type { ContentKind, ContentOf } from '@/lib/kinds/registry'

/** How one conflict is resolved: a side, both, or other content (blocks, where a block is in conflict). */
export type Choice = 'theirs' | 'yours' | 'both' | { own: unknown }

interface Block {
  attrs: { id: string | null }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Sorted in the other side's order; items that only this list has come last. */
function inTheirOrder<T>(list: T[], theirs: T[], keyOf: (part: T) => unknown): T[] {
  const places = new Map(theirs.map((part, index) => [keyOf(part), index]))
  const placeOf = (part: T) => places.get(keyOf(part)) ?? theirs.length
  return list.toSorted((one, other) => placeOf(one) - placeOf(other))
}

/** The blocks that replace a block in conflict: any number. */
export function blocksOf({ blockId, theirs, yours }: MergeConflict, choice: Choice): Block[] {
  const [their, your] = [theirs, yours] as [Block | null, Block | null]
  const known = (block: Block | null) => (block ? [block] : [])
  if (choice === 'theirs') return known(their)
  if (choice === 'yours') return known(your)
  // Theirs keeps its id, so that the next merge matches it; yours becomes a new block.
  if (choice === 'both') return [...known(their), ...known(your && named(your, newBlockId()))]
  const own = choice.own as Block[]
  const others = own
    .slice(1)
    .map((block) => (block.attrs.id === blockId ? named(block, newBlockId()) : block))
  return [...own.slice(0, 1).map((block) => named(block, blockId ?? null)), ...others]
}

const named = (block: Block, id: string | null): Block => ({ ...block, attrs: { ...block.attrs, id } })

function resolveValue(value: unknown, conflict: MergeConflict, choice: Choice): unknown {
  if (conflict.blockId !== undefined) {
    const document = value as { content: Block[] }
    const content = document.content.flatMap((block) =>
      block.attrs.id === conflict.blockId ? blocksOf(conflict, choice) : [block],
    )
    return { ...document, content }
  }
  const { theirs, yours } = conflict
  if (typeof choice === 'object') {
    // Takes one side of a list whose item is in conflict.
    const isPart = Array.isArray(value) && !Array.isArray(theirs) && !Array.isArray(yours)
    return isPart ? value.map((part) => (same(part, yours ?? theirs) ? choice.own : part)) : choice.own
  }
  if (choice !== 'theirs') return value
  if (isDocument(value) && Array.isArray(theirs)) {
    return { ...value, content: inTheirOrder(value.content, theirs as Block[], (block) => block.attrs.id) }
  }
  if (Array.isArray(value) && !same(value, yours)) {
    if (Array.isArray(theirs)) return inTheirOrder(value, theirs, (part) => JSON.stringify(part))
    if (yours === null) return value
    return theirs === null
      ? value.filter((part) => !same(part, yours))
      : value.map((part) => (same(part, yours) ? theirs : part))
  }
  return theirs
}

const isDocument = (value: unknown): value is { content: Block[] } =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc'

/**
 * The merged content with one conflict resolved. `merged` holds yours wherever both edits changed something, and what
 * only one side still has; `theirs` takes their text, `both` puts their block before yours, `own` takes other content.
 */
export function resolveConflict<K extends ContentKind>(
  merged: ContentOf[K],
  conflict: MergeConflict,
  choice: Choice,
): ContentOf[K] {
  const [field = '', key] = conflict.field.split('.', 2)
  const content = merged as unknown as Record<string, unknown>
  if (key === undefined) {
    return { ...merged, [field]: resolveValue(content[field], conflict, choice) }
  }
  const { [key]: before, ...others } = (content[field] ?? {}) as Record<string, unknown>
  const value =
    typeof choice === 'object' ? choice.own : choice === 'theirs' ? conflict.theirs : (conflict.yours ?? null)
  const isGone = value === null || value === undefined
  return { ...merged, [field]: isGone ? others : { ...others, [key]: before === value ? before : value } }
}
