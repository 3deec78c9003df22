import { titleInAddress } from '@/lib/titles/title'

/**
 * What a comment holds, kept as it was typed: paragraphs set apart by an empty line, quoted ones with `>` before each
 * line, addresses, `[[Title]]`, and mentions. Nothing else has a meaning, and no text can be anything but text.
 */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'link'; href: string }
  /** A page by its title, and the section that an address names. */
  | { type: 'page'; title: string; text: string; section?: string }
  /** Something of this wiki, by its path: what it is, and its number. */
  | { type: 'here'; what: Here; path: string; number: number }
  | { type: 'mention'; accountId: number }

/** What has a permanent address that ends in a number. */
export type Here = 'facts' | 'sources' | 'files' | 'revisions' | 'diff' | 'threads' | 'comments'

/** A paragraph by its lines. */
export interface Paragraph {
  isQuote: boolean
  lines: Inline[][]
  /** It quotes what stood in a text of this wiki, and does not stand there any more. */
  isGone?: boolean
}

const PATH_OF_NUMBER = String.raw`\/(?:(facts|sources|files|revisions|threads|comments)\/[1-9]\d{0,8}|diff\/\d{1,9}\/[1-9]\d{0,8})(?![\w/])`
const PARTS = new RegExp(
  [
    String.raw`\[\[([^[\]|\n]{1,200})(?:\|([^[\]|\n]{1,200}))?\]\]`,
    String.raw`https?:\/\/[^\s<>"]{1,2000}`,
    String.raw`(?<![^\s(„“"‘'])${PATH_OF_NUMBER}`,
    String.raw`(?<![^\s(„“"‘'])\/wiki\/[^\s<>"]{1,600}`,
    String.raw`@<([1-9]\d{0,8})>`,
  ].join('|'),
  'gu',
)

/** What people type after an address that does not belong to it. */
const AFTER_ADDRESS = /[.,;:!?'"’”)\]]+$/u

/** Reads a comment's words; `mentions` are the accounts that count as mentioned. Never throws. */
export function readWords(words: string, mentions: readonly number[]): Paragraph[] {
  const known = new Set(mentions)
  return words
    .split(/\n{2,}/)
    .flatMap(runsOf)
    .map(({ isQuote, lines }) => ({ isQuote, lines: lines.map((line) => inlinesOf(line, known)) }))
}

/** A paragraph's lines, those that are quoted apart from the others. */
function runsOf(paragraph: string): { isQuote: boolean; lines: string[] }[] {
  const runs: { isQuote: boolean; lines: string[] }[] = []
  for (const line of paragraph.split('\n')) {
    const [, quoted] = /^>[ \t]?(.*)$/.exec(line) ?? []
    const isQuote = quoted !== undefined
    const text = (quoted ?? line).trim()
    if (text === '') continue
    const last = runs.at(-1)
    if (last?.isQuote === isQuote) last.lines.push(text)
    else runs.push({ isQuote, lines: [text] })
  }
  return runs
}

function inlinesOf(line: string, mentions: ReadonlySet<number>): Inline[] {
  const inlines: Inline[] = []
  let at = 0
  for (const match of line.matchAll(PARTS)) {
    const found = partOf(match, mentions)
    if (!found) continue
    if (match.index > at) inlines.push({ type: 'text', text: line.slice(at, match.index) })
    inlines.push(found.inline)
    at = match.index + found.length
  }
  if (at < line.length) inlines.push({ type: 'text', text: line.slice(at) })
  return inlines
}

function partOf(
  [whole, title, shown, , accountId]: RegExpExecArray,
  mentions: ReadonlySet<number>,
): { inline: Inline; length: number } | null {
  if (title !== undefined)
    return {
      inline: { type: 'page', title: title.trim(), text: (shown ?? title).trim() },
      length: whole.length,
    }
  if (accountId !== undefined) {
    const id = Number(accountId)
    return mentions.has(id) ? { inline: { type: 'mention', accountId: id }, length: whole.length } : null
  }
  const address = trimmed(whole)
  const inline = address.startsWith('/') ? hereOf(address) : linkOf(address)
  return inline && { inline, length: address.length }
}

/** Without the punctuation behind it; a bracket that was opened within it belongs to it. */
function trimmed(address: string): string {
  const short = address.replace(AFTER_ADDRESS, '')
  return short.includes('(') && address.startsWith(`${short})`) ? `${short})` : short
}

const linkOf = (href: string): Inline | null =>
  URL.canParse(href) && new URL(href).host !== '' ? { type: 'link', href } : null

function hereOf(path: string): Inline | null {
  const [, what = '', rest = ''] = /^\/(\w+)\/(.*)$/.exec(path) ?? []
  if (what !== 'wiki')
    return { type: 'here', what: what as Here, path, number: Number(rest.split('/').at(-1)) }
  const title = titleInAddress(rest.split(/[?#]/)[0] ?? '')
  if (!title) return null
  const [, section] = rest.split('#')
  return { type: 'page', title, text: title, ...(section && { section: decoded(section) }) }
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/** A comment's words without marks, for feeds and lists; mentions by the names given. */
export const plainWords = (
  words: string,
  mentions: readonly number[],
  names: ReadonlyMap<number, string>,
): string =>
  readWords(words, mentions)
    .map(({ lines }) => lines.map((line) => line.map((one) => textOf(one, names)).join('')).join(' '))
    .join('\n')

function textOf(inline: Inline, names: ReadonlyMap<number, string>): string {
  if (inline.type === 'text' || inline.type === 'page') return inline.text
  if (inline.type === 'link') return inline.href
  return inline.type === 'here' ? inline.path : `@${names.get(inline.accountId) ?? ''}`
}

/** Words that quote a text and say where it stands, for the beginning of a comment. */
export const quoting = (text: string, path: string): string =>
  `${[...text.split('\n').filter((line) => line.trim() !== ''), path].map((line) => `> ${line}`).join('\n')}\n\n`

/** Words that a comment quotes, line by line, and where it says that they stand. */
export interface Quotation {
  lines: string[]
  at: Extract<Inline, { type: 'page' | 'here' }>
}

/** What a paragraph quotes, as `quoting` writes it; null for any other paragraph. */
export function quotationOf({ isQuote, lines }: Paragraph): Quotation | null {
  const last = lines.at(-1) ?? []
  const [at] = last
  if (!isQuote || last.length !== 1 || (at?.type !== 'page' && at?.type !== 'here')) return null
  const said = lines.slice(0, -1).map((line) => oneSpaced(line.map((one) => textOf(one, new Map())).join('')))
  return said.length > 0 ? { lines: said, at } : null
}

/** A text by which words are found in another: white space is one space. */
export const oneSpaced = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()
