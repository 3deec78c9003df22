import { createHash } from 'node:crypto'
import { storedAttributes } from './attributes'
import { canonicalJson, isSame } from './canonical'
import type { ContentKind, ContentOf } from './content'
import { type Block, type InlineNode, type Mark, MOST_TEXT, type TextNode } from './document'
import { mapCells } from './table-cells'

/** Makes an id for a block that has none: from the block, its place, and how many ids made so far were taken. */
export type BlockIds = (block: object, place: number, attempt: number) => string

/**
 * Ids made from what a block says and where it stands: the same save sent twice makes the same ids, and so do two people
 * who add the same paragraph in the same place.
 */
export const idsFromContent: BlockIds = (block, place, attempt) =>
  createHash('sha256')
    .update(`${place}.${attempt}.${canonicalJson(block)}`)
    .digest('base64url')
    .slice(0, 12)

/**
 * Equal content in equal JSON: neighbouring texts with the same marks are one, marks stand in one order, empty
 * paragraphs at the end and empty infobox values are gone, every top-level block of a page has an id that no other
 * block of the page has, nested ones have none. Running it again changes nothing.
 */
export function normalizeContent<K extends ContentKind>(
  kind: K,
  content: ContentOf[K],
  ids: BlockIds = idsFromContent,
): ContentOf[K] {
  if (kind === 'page') return normalizePage(content as ContentOf['page'], ids) as ContentOf[K]
  if (kind === 'fact') {
    const fact = content as ContentOf['fact']
    return { ...fact, statement: joinTexts(fact.statement) } as ContentOf[K]
  }
  return content
}

function normalizePage(page: ContentOf['page'], ids: BlockIds): ContentOf['page'] {
  const taken = new Set<string>()
  const infobox = Object.entries(page.infobox).flatMap(([key, value]) => {
    const line = joinTexts(value)
    return line.some((node) => node.type === 'citation' || node.text.trim() !== '') ? [[key, line]] : []
  })
  return {
    ...page,
    lead: { ...page.lead, content: withIds(page.lead.content.map(normalizeBlock), taken, ids) },
    infobox: Object.fromEntries(infobox),
    body: { ...page.body, content: withIds(page.body.content.map(normalizeBlock), taken, ids) },
  }
}

/** Blocks without empty paragraphs at their end, each with an id that is not in `taken`, which learns them. */
function withIds<B extends Block>(blocks: B[], taken: Set<string>, ids: BlockIds): B[] {
  const kept = blocks.slice(0, blocks.findLastIndex((block) => !isEmptyParagraph(block)) + 1)
  const known = new Set(kept.map((block) => block.attrs.id))
  return kept.map((block, place) => {
    let id = block.attrs.id
    for (let attempt = 0; id === null || taken.has(id); attempt++) {
      const made = ids({ ...block, attrs: { ...block.attrs, id: null } }, place, attempt)
      id = known.has(made) ? null : made
    }
    taken.add(id)
    return { ...block, attrs: { ...block.attrs, id } }
  })
}

const isEmptyParagraph = (block: Block) => block.type === 'paragraph' && block.content.length === 0

/** The block with its texts joined and the ids of everything inside it taken away; its own id stays. */
function normalizeBlock<B extends Block>(block: B): B
function normalizeBlock(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, content: joinTexts(block.content) }
    case 'bulletList':
    case 'orderedList':
      return {
        ...block,
        attrs: storedAttributes(block.type, block.attrs) as typeof block.attrs,
        content: block.content.map((item) => ({ ...item, content: item.content.map(nested) })),
      }
    case 'blockquote':
      return { ...block, content: block.content.map(nested) }
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

/** Inline nodes with marks in one order, an absent list of marks for none, and equal neighbours made one text. */
function joinTexts<N extends InlineNode>(nodes: N[]): N[] {
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
