import type { RichLine } from '@/lib/content/document'
import { isSame } from '@/lib/text/canonical'
import { vocabularyOf } from './vocabulary'

/** What a link of a line names. */
export type Target = { page: number } | { title: string }

/** A stretch of a line's words, all linked to one page or none. */
export interface Piece {
  text: string
  target: Target | null
}

/** A line's words in pieces: neighbours with the same link are one; references are left out. */
export function piecesOf(line: RichLine): Piece[] {
  const pieces: Piece[] = []
  for (const node of line) {
    if (node.type !== 'text') continue
    const target = targetOf(node)
    const last = pieces.at(-1)
    if (last && isSame(last.target, target)) last.text += node.text
    else pieces.push({ text: node.text, target })
  }
  return pieces
}

function targetOf({ marks = [] }: Extract<RichLine[number], { type: 'text' }>): Target | null {
  const mark = marks.find(({ type }) => type === 'wikiLink')
  if (mark?.type !== 'wikiLink') return null
  const { page, title } = mark.attrs
  return page === null ? { title: title ?? '' } : { page }
}

/** One item of a list: its words, and the links in them. */
export interface Item {
  text: string
  links: Piece[]
}

/**
 * The items of a line: apart by semicolons if it has any, else by commas and, for `pages`, by the language's "and".
 * What separates does not do so within brackets, a link or a number. Items without words are left out.
 */
export function itemsOf(pieces: readonly Piece[], way: 'list' | 'pages', language: string): Item[] {
  const separators = separatorsOf(pieces, way, language)
  const isBalanced = depthAfter(pieces) === 0
  const items: Item[] = [{ text: '', links: [] }]
  let depth = 0
  for (const piece of pieces) {
    if (piece.target) {
      items.at(-1)?.links.push(piece)
      addTo(items, piece.text)
      continue
    }
    for (const part of piece.text.split(separators)) {
      depth += isBalanced ? depthOf(part) : 0
      if (depth === 0 && matchesWhole(separators, part)) items.push({ text: '', links: [] })
      else addTo(items, part)
    }
  }
  return items
    .map(({ text, links }) => ({ text: text.replace(/\s+/gu, ' ').trim(), links }))
    .filter(({ text }) => /[^\s,;，；、]/u.test(text))
}

function addTo(items: Item[], text: string): void {
  const last = items.at(-1)
  if (last) last.text += text
}

const SEMICOLONS = /([;；؛]|[()（）])/u
const COMMAS = String.raw`,(?!\d)|(?<!\d),|[，、،]`

function separatorsOf(pieces: readonly Piece[], way: 'list' | 'pages', language: string): RegExp {
  if (pieces.some(({ text, target }) => !target && /[;；؛]/u.test(text))) return SEMICOLONS
  const { and } = vocabularyOf(language)
  const word = and.trim()
  const words = way === 'pages' && /^\s.*\s$/u.test(and) && /^\p{L}+$/u.test(word) ? `|\\s${word}\\s` : ''
  return new RegExp(`(${COMMAS}${words}|[()（）])`, 'iu')
}

const matchesWhole = (separators: RegExp, part: string) =>
  part !== '' && !/^[()（）]$/u.test(part) && separators.exec(part)?.[0] === part

const depthOf = (part: string) => (/^[(（]$/u.test(part) ? 1 : /^[)）]$/u.test(part) ? -1 : 0)

/** How many brackets stay open; negative where one was closed that was not opened. */
function depthAfter(pieces: readonly Piece[]): number {
  let depth = 0
  for (const { text, target } of pieces) {
    if (target) continue
    for (const letter of text) {
      depth += depthOf(letter)
      if (depth < 0) return depth
    }
  }
  return depth
}
