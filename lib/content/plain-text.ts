import type { ContentKind, ContentOf } from './content'
import type { Block, InlineNode, List, RichDocument } from './document'

/** What a text for everybody does with closed passages: leave them out, or (for editors) have them in. */
export type ClosedPassages = 'left out' | 'with'

/** The words of inline nodes without marks and references, breaks as spaces, trimmed. */
export function plainText(nodes: readonly InlineNode[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.text : node.type === 'hardBreak' ? ' ' : ''))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim()
}

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
  }
}

/** The words of a lead or a body, a line for each paragraph, heading and list item. */
export function textOfDocument(
  document: { content: readonly RichDocument['content'][number][] },
  closed: ClosedPassages = 'left out',
): string {
  return linesOf(document.content.map((block) => textOfBlock(block, closed)))
}

/** What an entry calls itself: a page's title, a fact's statement, a source's title or else its description. */
export function labelOf<K extends ContentKind>(kind: K, content: ContentOf[K]): string
export function labelOf(kind: ContentKind, content: ContentOf[ContentKind]): string {
  if (kind === 'page') return (content as ContentOf['page']).title
  if (kind === 'fact') return plainText((content as ContentOf['fact']).statement)
  const source = content as ContentOf['source']
  return source.title ?? source.description ?? ''
}

/**
 * What search finds an entry by, besides its label. Closed passages are left out, so that no excerpt tells what the page
 * keeps closed; of a gated fact nothing is given.
 */
export function searchTextOf<K extends ContentKind>(kind: K, content: ContentOf[K]): string
export function searchTextOf(kind: ContentKind, content: ContentOf[ContentKind]): string {
  if (kind === 'page') {
    const page = content as ContentOf['page']
    const values = Object.values(page.infobox).map(plainText)
    return linesOf([textOfDocument(page.lead), ...values, textOfDocument(page.body)])
  }
  if (kind === 'fact') {
    const fact = content as ContentOf['fact']
    if (fact.gate.kind !== 'none') return ''
    return linesOf([plainText(fact.statement), fact.saidTo ?? '', ...fact.topics])
  }
  const source = content as ContentOf['source']
  const { title, description, publisher, authors, via } = source
  return linesOf([title ?? '', description ?? '', publisher ?? '', ...authors, via ?? ''])
}

/** How many words people read in an entry's text, closed passages with the rest: its size in histories. */
export function countWordsOf<K extends ContentKind>(kind: K, content: ContentOf[K]): number
export function countWordsOf(kind: ContentKind, content: ContentOf[ContentKind]): number {
  if (kind === 'source') return countWords(searchTextOf('source', content as ContentOf['source']))
  if (kind === 'fact') return countWords(plainText((content as ContentOf['fact']).statement))
  const page = content as ContentOf['page']
  const values = Object.values(page.infobox).map(plainText)
  return countWords(
    linesOf([textOfDocument(page.lead, 'with'), ...values, textOfDocument(page.body, 'with')]),
  )
}

/** How many words a text has, by white space. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter(Boolean).length
}

const itemsOf = (list: List): string[] =>
  list.content.map((item) => linesOf(item.content.map((inner) => textOfBlock(inner))))

const linesOf = (lines: string[]) => lines.filter(Boolean).join('\n')
