import { type Folded, foldWords } from './fold-words'

/** Quoted words as they stand in a text, with what is around them. */
export interface Around {
  before: string
  words: string
  after: string
}

/** UTF-16 units on each side. */
const AROUND = 300
/** How far apart the parts of a quotation with an omission may be, in UTF-16 units. */
const OMITTED = 1_000

/** Finds quotations in texts; a page's text is folded once for all of them. */
export function quoteFinder(text: string): (quote: string) => Around | null {
  const page = foldWords(text)
  return (quote) => findIn(page, text, quote)
}

/**
 * Where a quotation stands in a text, whatever it is set like. An omission (`…`, `[...]`) stands for up to a few sentences;
 * quotation marks around it, and punctuation at its end, do not matter.
 */
function findIn(page: Folded, text: string, quote: string): Around | null {
  const parts = partsOf(quote)
  const [first] = parts
  if (first === undefined) return null
  for (let start = page.folded.indexOf(first); start !== -1; start = page.folded.indexOf(first, start + 1)) {
    const end = endOf(page.folded, parts, start)
    if (end !== null) return cutOut(text, page.from[start] ?? 0, endAt(text, page.from[end - 1] ?? 0))
  }
  return null
}

const partsOf = (quote: string): string[] =>
  foldWords(quote)
    .folded.split(/\s*(?:\[\.{3}\]|\(\.{3}\)|\.{3,})\s*/)
    .map((part) => part.replace(/^[\s'.,;:!-]+|[\s'.,;:-]+$/g, ''))
    .filter((part) => part !== '')

function endOf(folded: string, [first = '', ...rest]: string[], start: number): number | null {
  let end = start + first.length
  for (const part of rest) {
    const at = folded.indexOf(part, end)
    if (at === -1 || at - end > OMITTED) return null
    end = at + part.length
  }
  return end
}

/** The end of the character that begins here. */
const endAt = (text: string, at: number) => at + String.fromCodePoint(text.codePointAt(at) ?? 32).length

function cutOut(text: string, start: number, end: number): Around {
  const from = Math.max(0, start - AROUND)
  const to = Math.min(text.length, end + AROUND)
  const before = text.slice(from, start).toWellFormed()
  const after = text.slice(end, to).toWellFormed()
  return {
    // A word that is cut is left out.
    before: oneLine(from > 0 ? before.replace(/^\S*\s/, '') : before),
    words: oneLine(text.slice(start, end)).trim(),
    after: oneLine(to < text.length ? after.replace(/\s\S*$/, '') : after),
  }
}

const oneLine = (text: string) => text.replace(/\s+/gu, ' ')
