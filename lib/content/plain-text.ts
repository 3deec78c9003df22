import { contentOf } from '@/lib/entries/content'
import type { ContentKind, ContentOf } from './content'
import type { Block, InlineNode, List, RichDocument, TableRow } from './document'

/** What a text for everybody does with closed passages: leave them out, or (for editors) have them in. */
export type ClosedPassages = 'left out' | 'with'

/** The words of inline nodes without marks and references, breaks as spaces, trimmed. */
export function plainText(nodes: readonly InlineNode[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.text : node.type === 'hardBreak' ? ' ' : ''))
    .join('')
    .replace(NOT_ONE_SPACE, ' ')
    .trim()
}

/** White space that is not one space already: most is. */
const NOT_ONE_SPACE = /\s{2,}|[^\S ]/g

/** The words of one block, its nested blocks on lines of their own. A list of facts has none. */
export function textOfBlock(block: Block, closed: ClosedPassages = 'left out'): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return plainText(block.content)
    case 'bulletList':
    case 'orderedList':
      return linesOf(itemsOf(block))
    case 'blockquote':
      return linesOf(block.content.map((inner) => textOfBlock(inner, closed)))
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

/** What an entry calls itself, in full: a page's title, a fact's statement, a source's title or else its description. */
export function ownNameOf<K extends ContentKind>(kind: K, content: ContentOf[K]): string {
  const one = contentOf(kind, content)
  if (one.kind === 'page') return one.content.title
  if (one.kind === 'fact') return plainText(one.content.statement)
  return one.content.title ?? one.content.description ?? ''
}

/**
 * What search finds an entry by, besides its label. Closed passages are left out, so that no excerpt tells what the page
 * keeps closed; of a gated fact nothing is given.
 */
export function searchTextOf<K extends ContentKind>(kind: K, content: ContentOf[K]): string {
  const one = contentOf(kind, content)
  if (one.kind === 'page') {
    const values = Object.values(one.content.infobox).map(plainText)
    return linesOf([textOfDocument(one.content.lead), ...values, textOfDocument(one.content.body)])
  }
  if (one.kind === 'fact') {
    const { gate, statement, saidTo, topics } = one.content
    return gate.kind === 'none' ? linesOf([plainText(statement), saidTo ?? '', ...topics]) : ''
  }
  const { title, description, publisher, authors, via } = one.content
  return linesOf([title ?? '', description ?? '', publisher ?? '', ...authors, via ?? ''])
}

/** How many words people read in an entry's text, closed passages with the rest: its size in histories. */
export function countWordsOf<K extends ContentKind>(kind: K, content: ContentOf[K]): number {
  const one = contentOf(kind, content)
  if (one.kind === 'fact') return countWords(plainText(one.content.statement))
  if (one.kind === 'source') return countWords(searchTextOf('source', one.content))
  const { lead, infobox, body } = one.content
  const values = Object.values(infobox).map(plainText)
  return countWords(linesOf([textOfDocument(lead, 'with'), ...values, textOfDocument(body, 'with')]))
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

const linesOf = (lines: string[]) => lines.filter(Boolean).join('\n')
