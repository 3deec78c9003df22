import { canonicalJson } from '@/lib/text/canonical'
import type { Block } from './document'

/** A block and its earlier version; one side is null where it was added or removed. */
export interface BlockPair {
  before: Block | null
  after: Block | null
  hasMoved: boolean
}

/**
 * Pairs the blocks of two documents: by id, then by equal text, then neighbours of the same type that both sides have
 * changed between the same two pairs. Gives them in the new order, removed ones after the block they followed. Linear,
 * except for finding moves (n log n).
 */
export function alignBlocks(before: readonly Block[], after: readonly Block[]): BlockPair[] {
  const partners = new Map<number, number>()
  const free = new Set(before.keys())
  const join = (from: number | undefined, to: number) => {
    if (from === undefined || !free.delete(from)) return
    partners.set(to, from)
  }
  const byId = new Map(before.map((block, index) => [block.attrs.id, index]))
  for (const [index, block] of after.entries()) if (block.attrs.id) join(byId.get(block.attrs.id), index)

  const byText = new Map<string, number[]>()
  for (const index of free) {
    const text = textOf(before[index])
    const alike = byText.get(text)
    if (alike) alike.push(index)
    else byText.set(text, [index])
  }
  for (const [index, block] of after.entries()) {
    if (!partners.has(index)) join(byText.get(textOf(block))?.shift(), index)
  }
  joinNeighbours(before, after, partners, join)
  return inOrder(before, after, partners, free)
}

/** Pairs an unpaired block with the free one of its type that follows the partner of the block before it. */
function joinNeighbours(
  before: readonly Block[],
  after: readonly Block[],
  partners: Map<number, number>,
  join: (from: number | undefined, to: number) => void,
) {
  for (const [index, block] of after.entries()) {
    if (partners.has(index)) continue
    const candidate = index === 0 ? 0 : (partners.get(index - 1) ?? -2) + 1
    if (before[candidate]?.type === block.type) join(candidate, index)
  }
}

function inOrder(
  before: readonly Block[],
  after: readonly Block[],
  partners: Map<number, number>,
  removed: Set<number>,
): BlockPair[] {
  const stayed = longestRise([...after.keys()].flatMap((index) => partners.get(index) ?? []))
  const pairs: BlockPair[] = []
  let next = 0
  const passOver = (until: number) => {
    for (; next < until; next++) {
      if (removed.has(next)) pairs.push({ before: before[next] ?? null, after: null, hasMoved: false })
    }
  }
  for (const [index, block] of after.entries()) {
    const from = partners.get(index)
    const hasStayed = from !== undefined && stayed.has(from)
    if (hasStayed) passOver(from)
    const was = from === undefined ? null : (before[from] ?? null)
    pairs.push({ before: was, after: block, hasMoved: from !== undefined && !hasStayed })
  }
  passOver(before.length)
  return pairs
}

/** The members of a longest increasing subsequence (patience sorting): the blocks that kept their order. */
function longestRise(values: number[]): Set<number> {
  const tops: number[] = []
  const below = new Map<number, number | undefined>()
  for (const value of values) {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tops[middle] ?? 0) < value) low = middle + 1
      else high = middle
    }
    below.set(value, tops[low - 1])
    tops[low] = value
  }
  const rise = new Set<number>()
  for (let value = tops.at(-1); value !== undefined; value = below.get(value)) rise.add(value)
  return rise
}

/** A block's content without its id. */
const textOf = (block: Block | undefined) =>
  block ? canonicalJson({ ...block, attrs: { ...block.attrs, id: null } }) : ''
