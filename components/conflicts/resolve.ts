import { newBlockId } from '@/components/editor/block-ids'
import type { ContentKind, ContentOf } from '@/lib/content/content'
import type { MergeConflict } from '@/lib/content/merge'

export type Choice = 'theirs' | 'yours' | 'both'

interface Block {
  attrs: { id: string | null }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Their order, then what only this list has. */
function inTheirOrder<T>(list: T[], theirs: T[], keyOf: (part: T) => unknown): T[] {
  const places = new Map(theirs.map((part, index) => [keyOf(part), index]))
  const placeOf = (part: T) => places.get(keyOf(part)) ?? theirs.length
  return list.toSorted((one, other) => placeOf(one) - placeOf(other))
}

function resolveBlock(blocks: Block[], { blockId, theirs, yours }: MergeConflict, choice: Choice): Block[] {
  return blocks.flatMap((block) => {
    if (block.attrs.id !== blockId) return [block]
    const [their, your] = [theirs, yours] as (Block | null)[]
    if (choice === 'theirs') return their ? [their] : []
    if (choice === 'yours') return your ? [your] : []
    // Theirs keeps its name, so that the next merge knows it; yours becomes a block of its own.
    const yoursApart = your && { ...your, attrs: { ...your.attrs, id: newBlockId() } }
    return [their, yoursApart].flatMap((one) => one ?? [])
  })
}

function resolveValue(value: unknown, conflict: MergeConflict, choice: Choice): unknown {
  if (conflict.blockId !== undefined) {
    const document = value as { content: Block[] }
    return { ...document, content: resolveBlock(document.content, conflict, choice) }
  }
  if (choice !== 'theirs') return value
  const { theirs, yours } = conflict
  if (isDocument(value) && Array.isArray(theirs)) {
    return { ...value, content: inTheirOrder(value.content, theirs as Block[], (block) => block.attrs.id) }
  }
  if (Array.isArray(value) && !same(value, yours)) {
    if (Array.isArray(theirs)) return inTheirOrder(value, theirs, (part) => JSON.stringify(part))
    const kept = value.flatMap((part) => (same(part, yours) ? [] : [part]))
    return theirs === null ? kept : [...kept.filter((part) => !same(part, theirs)), theirs]
  }
  return theirs
}

const isDocument = (value: unknown): value is { content: Block[] } =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc'

/**
 * The merged content with one conflict settled. `merged` has yours wherever two edits met; `theirs` puts their words
 * there, `both` keeps their block before yours.
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
  const { [key]: before, ...others } = content[field] as Record<string, unknown>
  const value = choice === 'theirs' ? conflict.theirs : (conflict.yours ?? null)
  const isGone = value === null || value === undefined
  return { ...merged, [field]: isGone ? others : { ...others, [key]: before === value ? before : value } }
}
