import { messages } from '@/lib/messages/messages'
import { canonicalJson } from '@/lib/text/canonical'
import type { Citation } from './citation'
import type { Block, LineNode, List, Mark, TableCell, TableRow } from './document'
import type { Gate } from './gate'

/** Labels for the ids and keys in content; where one is missing the number or key is shown. */
export interface DiffLabels {
  entries: ReadonlyMap<number, string>
  /** By infobox key. */
  infobox: ReadonlyMap<string, FieldWords>
  /** By page kind. */
  kinds: ReadonlyMap<string, string>
  /** The sizes in pixels of pictures, by their stored objects. */
  objects: ReadonlyMap<string, { width: number; height: number }>
}

/** An infobox field by name, and what is understood of a line in it. */
export interface FieldWords {
  label: string
  read(line: readonly LineNode[]): LineRead
}

/** What is understood of a line by its field's type. */
export interface LineRead {
  /** In words; null where the line's own words say it. */
  said: string | null
  /** The sentence that it does not fit; null where it does. */
  unfit: string | null
  /** The pages that it names and that exist. */
  pages: { label: string; path: string }[]
}

/** The smallest unit of a diff: a word, a space, a sign, a reference. */
export interface Token {
  text: string
  /** Compared to find the same token on the other side. */
  key: string
  /** Its full meaning; where keys agree and this does not, it was altered. */
  detail: string
  /** The same as text, part by part. */
  means: string[]
  isReference: boolean
}

/** Scripts written without spaces are compared character by character. */
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}'’_-]+|\s+|./gsu

/** The tokens of plain words. */
export function tokensOfText(text: string): Token[] {
  return Array.from(text.matchAll(WORDS), ([word]) => plainToken(word))
}

/** The tokens of inline nodes: marks and citations go into what each token means. */
export function tokensOfInline(nodes: readonly LineNode[], labels: DiffLabels): Token[] {
  return nodes.flatMap((node) => {
    if (node.type === 'hardBreak') return [plainToken('\n')]
    if (node.type === 'citation') return [tokenOfCitation(node.attrs, labels)]
    if (node.type === 'image') return [tokenOfImage(node.attrs.file, labels)]
    if (!node.marks?.length) return tokensOfText(node.text)
    const detail = canonicalJson(node.marks)
    const means = node.marks.map((mark) => meaningOfMark(mark, labels))
    return tokensOfText(node.text).map((token) => ({ ...token, detail, means }))
  })
}

/** A citation as one token: its source's name is the key, the rest its meaning. */
export function tokenOfCitation(citation: Citation, labels: DiffLabels): Token {
  const name = nameOf(citation.source, labels)
  return {
    text: messages().diff.reference(name),
    key: `\0${citation.source}`,
    detail: canonicalJson(citation),
    means: meaningOfCitation(citation),
    isReference: true,
  }
}

/** A picture as one token. */
function tokenOfImage(file: number, labels: DiffLabels): Token {
  const text = messages().diff.image(nameOf(file, labels))
  return { text, key: `\0${file}`, detail: '', means: [], isReference: true }
}

/** The tokens of a block, nested ones on lines of their own. */
export function tokensOfBlock(block: Block, labels: DiffLabels): Token[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return tokensOfInline(block.content, labels)
    case 'bulletList':
    case 'orderedList':
      return tokensOfList(block, labels, '')
    case 'blockquote':
      return lines([
        ...block.content.map((inner) => tokensOfBlock(inner, labels)),
        ...(block.attrs.by ? [tokensOfText(`— ${block.attrs.by}`)] : []),
      ])
    case 'spoiler':
      return lines(block.content.map((inner) => tokensOfBlock(inner, labels)))
    case 'factList':
      return lines(block.attrs.facts.map((id) => [{ ...plainToken(nameOf(id, labels)), key: `\0${id}` }]))
    case 'image':
      return lines([
        [tokenOfImage(block.attrs.file, labels)],
        ...(block.content.length > 0 ? [tokensOfInline(block.content, labels)] : []),
      ])
    case 'table':
      return lines([
        ...(block.attrs.caption ? [tokensOfText(block.attrs.caption)] : []),
        ...block.content.map((row) => tokensOfRow(row, labels)),
      ])
  }
}

const plain = { detail: '', means: [] }

function tokensOfList(list: List, labels: DiffLabels, indent: string): Token[] {
  return lines(
    list.content.map((item, index) => {
      const first = list.type === 'orderedList' ? (list.attrs.start ?? 1) : null
      const sign = first === null ? '• ' : `${first + index}. `
      // Reported once, at the first item: the others follow from it.
      const counted =
        index > 0 || first === null
          ? plain
          : { detail: `from ${first}`, means: [messages().diff.countedFrom(first)] }
      const inside = item.content.map((inner) =>
        inner.type === 'paragraph'
          ? tokensOfInline(inner.content, labels)
          : tokensOfList(inner, labels, `${indent}  `),
      )
      return [{ ...plainToken(`${indent}${sign}`), key: '\0item', ...counted }, ...lines(inside)]
    }),
  )
}

/** The tokens of a table's row, with a separator between its cells. */
export function tokensOfRow(row: TableRow, labels: DiffLabels): Token[] {
  return row.content.flatMap((cell, index) => [
    ...(index === 0 ? [] : [betweenCells]),
    ...tokensOfCell(cell, labels),
  ])
}

/** The tokens of one cell. */
export const tokensOfCell = (cell: TableCell, labels: DiffLabels): Token[] =>
  lines(cell.content.map((inner) => tokensOfInline(inner.content, labels)))

/** A block's form without its words: shown when it changes. */
export function formOfBlock(block: Block, labels: DiffLabels): string {
  const { diff: texts } = messages()
  if (block.type === 'heading') return texts.heading(block.attrs.level)
  if (block.type === 'spoiler') return texts.spoiler(gateInWords(block.attrs.gate, labels))
  if (block.type === 'image') return texts.imagePlaces[block.attrs.place]
  return texts.forms[block.type]
}

/** A gate in words. */
export function gateInWords(gate: Gate, labels: DiffLabels): string {
  const { diff: texts } = messages()
  return gate.kind === 'place' ? texts.gates.place(nameOf(gate.page, labels)) : texts.gates[gate.kind]
}

/** An entry's label. */
export const nameOf = (id: number, labels: DiffLabels) =>
  labels.entries.get(id) ?? messages().diff.unnamed(id)

/** A citation's meaning in words, part by part. */
export function meaningOfCitation(citation: Citation): string[] {
  const { diff: texts } = messages()
  const { stance, directness, opened, locator, quote, via, note } = citation
  const details = [
    locator ? texts.locator(locator) : '',
    quote ? texts.quote(quote) : '',
    via ? texts.via(via) : '',
    note ? texts.editorsNote(note) : '',
  ]
  return [
    texts.stances[stance],
    texts.directness[directness],
    texts.opened[opened],
    ...details.filter(Boolean),
  ]
}

function meaningOfMark(mark: Mark, labels: DiffLabels): string {
  const { diff: texts } = messages()
  if (mark.type === 'link') return texts.link(mark.attrs.href)
  if (mark.type !== 'wikiLink') return texts.marks[mark.type]
  const { page, title } = mark.attrs
  return texts.link(page === null ? (title ?? '') : nameOf(page, labels))
}

/** The separator between two cells of a row, in the compared text and on screen. */
export const betweenCells: Token = plainToken(' │ ')

const lines = (parts: Token[][]): Token[] =>
  parts.flatMap((tokens, index) => (index === 0 ? tokens : [plainToken('\n'), ...tokens]))

function plainToken(text: string): Token {
  return { text, key: text, detail: '', means: [], isReference: false }
}
