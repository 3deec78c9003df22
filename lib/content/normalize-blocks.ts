import { isSame } from '@/lib/text/canonical'
import { MOST_TEXT } from '@/lib/text/limits'
import { storedAttributes } from './attributes'
import type { Block, LineNode, Mark, TextNode } from './document'
import { mapCells } from './table-cells'

/** Makes an id for a block without one: from the block, its position, and how many ids made so far were taken. */
export type BlockIds = (block: object, place: number, attempt: number) => string

/** The ids that a content's blocks have already, and how new ones are made. */
export interface NewIds {
  taken: Set<string>
  make: BlockIds
}

/** Keyed lines without the empty ones. */
export const normalizeLines = <N extends LineNode>(lines: Record<string, N[]>): Record<string, N[]> =>
  Object.fromEntries(
    Object.entries(lines).flatMap(([key, value]) => {
      const line = normalizeInline(value)
      return line.some((node) => node.type !== 'text' || node.text.trim() !== '') ? [[key, line]] : []
    }),
  )

/**
 * Normalized blocks without empty paragraphs at the end, each with an id that is not in `taken` yet; adds the new ids
 * to it.
 */
export function normalizeBlocks<B extends Block>(blocks: readonly B[], { taken, make }: NewIds): B[] {
  const normal = blocks.map((block) => normalizeBlock(block))
  const kept = normal.slice(0, normal.findLastIndex((block) => !isEmptyParagraph(block)) + 1)
  const known = new Set(kept.map((block) => block.attrs.id))
  return kept.map((block, place) => {
    let id = block.attrs.id
    for (let attempt = 0; id === null || taken.has(id); attempt++) {
      const made = make({ ...block, attrs: { ...block.attrs, id: null } }, place, attempt)
      id = known.has(made) ? null : made
    }
    taken.add(id)
    return { ...block, attrs: { ...block.attrs, id } }
  })
}

const isEmptyParagraph = (block: Block) => block.type === 'paragraph' && block.content.length === 0

/** The block with its texts joined and the ids inside it removed; its own id stays. */
function normalizeBlock<B extends Block>(block: B): B
function normalizeBlock(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'image':
      return { ...block, content: normalizeInline(block.content) }
    case 'bulletList':
    case 'orderedList':
      return {
        ...block,
        attrs: storedAttributes(block.type, block.attrs) as typeof block.attrs,
        content: block.content.map((item) => ({ ...item, content: item.content.map(nested) })),
      }
    case 'blockquote':
      return {
        ...block,
        attrs: storedAttributes(block.type, block.attrs) as typeof block.attrs,
        content: block.content.map(nested),
      }
    case 'spoiler':
      return { ...block, content: block.content.map(nested) }
    case 'factList':
      return block
    case 'table':
      return mapCells(block, (cell) => ({ ...cell, content: cell.content.map(nested) }))
  }
}

function nested<B extends Block>(block: B): B {
  const normal = normalizeBlock(block)
  return { ...normal, attrs: { ...normal.attrs, id: null } }
}

const orderOfMarks: Mark['type'][] = ['bold', 'italic', 'link', 'wikiLink']

/** Inline nodes with marks in one order, no empty lists of marks, and equal neighbours joined. */
export function normalizeInline<N extends LineNode>(nodes: N[]): N[] {
  const joined: N[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (node.type !== 'text') joined.push(node)
    else if (last?.type === 'text' && fitTogether(last, node)) {
      joined[joined.length - 1] = { ...last, text: last.text + node.text }
    } else joined.push({ ...(withSortedMarks(node) as N) })
  }
  return joined
}

const fitTogether = (a: TextNode, b: TextNode) =>
  a.text.length + b.text.length <= MOST_TEXT && isSame(marksOf(a), marksOf(b))

function withSortedMarks({ type, text, ...rest }: TextNode): TextNode {
  const marks = marksOf({ type, text, ...rest })
  return marks.length ? { type, text, marks } : { type, text }
}

const marksOf = (node: TextNode) =>
  (node.marks ?? []).toSorted((a, b) => orderOfMarks.indexOf(a.type) - orderOfMarks.indexOf(b.type))
