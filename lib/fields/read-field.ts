import type { RichLine } from '@/lib/content/document'
import { plainText } from '@/lib/content/plain-text'
import { messages } from '@/lib/messages/messages'
import { titleKey, titleSchema } from '@/lib/titles/title'
import { type Item, itemsOf, type Piece, piecesOf } from './items'
import { withoutNote } from './note'
import { readDate } from './read-date'
import { readNumber } from './read-number'
import {
  type FieldDefinition,
  MOST_VALUES,
  type PageValue,
  type Reading,
  type TypedValue,
} from './typed-value'

/**
 * Reads what was written into a field by the field's type, in the words of the page's language (BCP 47) and of the
 * wiki. Never throws; takes time in proportion to the line's length. An empty line fits every type and has no values.
 * Where the words do not fit, the only value is the text itself.
 */
export function readField(definition: FieldDefinition, line: RichLine, language: string): Reading {
  if (line.length === 0) return { fits: true, values: [] }
  const values = valuesOf(definition, line, language)
  if (values && values.length <= MOST_VALUES) return { fits: true, values }
  return { fits: false, values: [{ kind: 'text', text: plainText(line) }] }
}

/** Null where the words do not fit. */
function valuesOf({ type, unit }: FieldDefinition, line: RichLine, language: string): TypedValue[] | null {
  switch (type) {
    case 'text':
    case 'line':
      return [{ kind: 'text', text: plainText(line) }]
    case 'number':
      return single(readNumber(plainText(line), unit, language))
    case 'date':
      return single(readDate(plainText(line), language))
    case 'boolean':
      return single(readBoolean(plainText(line)))
    case 'page':
      return onePage(piecesOf(line))
    case 'pages':
      return pagesOf(itemsOf(piecesOf(line), 'pages', language))
    case 'list':
      return atLeastOne(itemsOf(piecesOf(line), 'list', language).map(({ text }) => ({ kind: 'text', text })))
    case 'image':
      return imageOf(line)
  }
}

const single = (value: TypedValue | null) => value && [value]

const atLeastOne = <T>(values: T[]) => (values.length > 0 ? values : null)

/** Yes or no in the wiki's words; a note in brackets behind it is not looked at. */
function readBoolean(text: string): TypedValue | null {
  const { yes, no } = messages().fields
  const written = withoutNote(text)
  if (yes.reads.test(written)) return { kind: 'boolean', boolean: true }
  return no.reads.test(written) ? { kind: 'boolean', boolean: false } : null
}

/** The one page that is linked, whatever is written beside the link; else the page that all the words name. */
function onePage(pieces: Piece[]): PageValue[] | null {
  const links = pieces.filter(({ target }) => target)
  const pages = links.length > 0 ? distinct(links.map(pageOfLink)) : [pageOfWords(pieces)]
  return pages.length === 1 ? allOf(pages) : null
}

/** The pages that are linked in each item; of an item without a link, the page that its words name. */
function pagesOf(items: Item[]): PageValue[] | null {
  if (items.length > MOST_VALUES) return null
  const pages = items.flatMap(({ text, links }) =>
    links.length > 0 ? links.map(pageOfLink) : [pageOfWords([{ text, target: null }])],
  )
  return atLeastOne(distinct(allOf(pages) ?? []))
}

const allOf = <T>(values: (T | null)[]): T[] | null =>
  values.every((value) => value !== null) ? (values as T[]) : null

function pageOfLink({ text, target }: Piece): PageValue | null {
  const words = text.trim()
  if (target && 'page' in target) return { kind: 'page', page: target.page, words }
  return target && pageTitled(target.title, words)
}

const pageOfWords = (pieces: Piece[]) => {
  const words = pieces.map(({ text }) => text).join('')
  return pageTitled(words, words.trim())
}

function pageTitled(written: string, words: string): PageValue | null {
  const title = titleSchema.safeParse(written)
  return title.success ? { kind: 'page', titleKey: titleKey(title.data), words } : null
}

/** Each page once, in the order of the first mention. */
function distinct<T extends PageValue | null>(pages: T[]): T[] {
  const seen = new Set<number | string | null>()
  return pages.filter((page) => {
    const named = page && ('page' in page ? page.page : page.titleKey)
    return !seen.has(named) && seen.add(named)
  })
}

/** The picture of a line; the words behind it are its caption. */
function imageOf(line: RichLine): TypedValue[] | null {
  const files = line.flatMap((node) => (node.type === 'image' ? node.attrs.file : []))
  return files.length === 1 ? files.map((file) => ({ kind: 'file', file })) : null
}
