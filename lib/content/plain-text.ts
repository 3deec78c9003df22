import type { Block, LineNode, List, RichDocument, TableRow } from './document'

/** What to do with closed passages: leave them out, or include them (for editors). */
export type ClosedPassages = 'left out' | 'with'

/** The text of inline nodes without marks and references, breaks as spaces, trimmed. */
export function plainText(nodes: readonly LineNode[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.text : node.type === 'hardBreak' ? ' ' : ''))
    .join('')
    .replace(NOT_ONE_SPACE, ' ')
    .trim()
}

/** White space other than a single space. */
const NOT_ONE_SPACE = /\s{2,}|[^\S ]/g

/** The words of one block, its nested blocks on lines of their own: a picture's caption. A list of facts has none. */
export function textOfBlock(block: Block, closed: ClosedPassages = 'left out'): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'image':
      return plainText(block.content)
    case 'bulletList':
    case 'orderedList':
      return linesOf(itemsOf(block))
    case 'blockquote':
      return linesOf([...block.content.map((inner) => textOfBlock(inner, closed)), block.attrs.by ?? ''])
    case 'spoiler':
      return closed === 'with' ? linesOf(block.content.map((inner) => textOfBlock(inner, closed))) : ''
    case 'factList':
      return ''
    case 'table':
      return linesOf([block.attrs.caption ?? '', ...block.content.map(wordsOfRow)])
  }
}

/** The words of a lead or a body, a line for each paragraph, heading, list item and row of a table. */
export function textOfDocument(
  document: { content: readonly RichDocument['content'][number][] },
  closed: ClosedPassages = 'left out',
): string {
  return linesOf(document.content.map((block) => textOfBlock(block, closed)))
}

/** How many words a text has, by white space. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter(Boolean).length
}

const itemsOf = (list: List): string[] =>
  list.content.map((item) => linesOf(item.content.map((inner) => textOfBlock(inner))))

/** A row's cells, set apart by tabs. */
const wordsOfRow = (row: TableRow): string =>
  row.content.map((cell) => cell.content.map((inner) => plainText(inner.content)).join(' ')).join('\t')

/** Non-empty texts, each on a line. */
export const linesOf = (lines: string[]) => lines.filter(Boolean).join('\n')
