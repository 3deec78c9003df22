import type { EntryKind } from '@/db/entries/schema'
import type { LinkKind } from '@/db/links/schema'
import type { Citation } from './citation'
import type { Block, LineNode, List } from './document'
import type { Gate } from './gate'
import { mapCells } from './table-cells'

/** What a reference may refer to: an entry of a kind, or a category page. */
export type Expected = EntryKind | 'category'

/** The link that a reference makes, and what it may refer to. */
export type Link = [link: LinkKind, expects: Expected]

/** Gives the id that replaces `id`. */
export type ReferenceMap = (id: number, ...link: Link) => number

/** A block with every reference in it replaced. */
export const mapBlock = <B extends Block>(block: B, map: ReferenceMap) => mapAnyBlock(block, map) as B

function mapAnyBlock(block: Block, map: ReferenceMap): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, content: mapInline(block.content, map) }
    case 'bulletList':
    case 'orderedList':
      return mapList(block, map)
    case 'blockquote':
      return { ...block, content: block.content.map((inner) => mapBlock(inner, map)) }
    case 'spoiler':
      return {
        ...block,
        attrs: { ...block.attrs, gate: mapGate(block.attrs.gate, map) },
        content: block.content.map((inner) => mapBlock(inner, map)),
      }
    case 'factList':
      return {
        ...block,
        attrs: {
          ...block.attrs,
          facts: [...new Set(block.attrs.facts.map((id) => map(id, 'embeds', 'fact')))],
        },
      }
    case 'image':
      return {
        ...block,
        attrs: { ...block.attrs, file: map(block.attrs.file, 'embeds', 'file') },
        content: mapInline(block.content, map),
      }
    case 'table':
      return mapCells(block, (cell) => ({
        ...cell,
        content: cell.content.map((inner) => mapBlock(inner, map)),
      }))
  }
}

const mapList = (list: List, map: ReferenceMap): List => ({
  ...list,
  content: list.content.map((item) => ({
    ...item,
    content: item.content.map((inner) => mapBlock(inner, map)),
  })),
})

/** A line with every reference in it replaced. */
export function mapInline<N extends LineNode>(nodes: readonly N[], map: ReferenceMap): N[] {
  return nodes.map((node) => mapNode(node, map) as N)
}

function mapNode(node: LineNode, map: ReferenceMap): LineNode {
  if (node.type === 'citation') return { ...node, attrs: mapCitation(node.attrs, map) }
  if (node.type === 'image') return { ...node, attrs: { file: map(node.attrs.file, 'embeds', 'file') } }
  if (node.type !== 'text' || !node.marks) return node
  return {
    ...node,
    marks: node.marks.map((mark) =>
      mark.type === 'wikiLink' && mark.attrs.page !== null
        ? { ...mark, attrs: { ...mark.attrs, page: map(mark.attrs.page, 'mentions', 'page') } }
        : mark,
    ),
  }
}

/** A citation with its source replaced. */
export const mapCitation = (citation: Citation, map: ReferenceMap): Citation => ({
  ...citation,
  source: map(citation.source, 'cites', 'source'),
})

/** A gate with its place replaced. */
export const mapGate = (gate: Gate, map: ReferenceMap): Gate =>
  gate.kind === 'place' ? { ...gate, page: map(gate.page, 'mentions', 'page') } : gate
