import type { Word } from '@/db/search/word-forms'
import { fold } from '@/lib/text/fold'
import { type Compound, compoundsOf, joined } from '@/lib/text/words'

/** A piece of a text; `isMatch` where it is what was looked for. Plain text: the view escapes it. */
export interface Piece {
  text: string
  isMatch: boolean
}

/** A part of a text, in UTF-16 units. */
type Range = readonly [start: number, end: number]

/** What is marked: words in any of their forms, and letters of scripts without spaces wherever they stand in a row. */
export interface Marked {
  words: string[]
  rows: string[]
}

const textOf = ({ runs }: Compound['parts'][number]) => runs.map(({ text }) => text).join('')
const isUnspaced = ({ parts }: Compound) =>
  parts.some(({ runs }) => runs.some(({ letters }) => letters !== null))

/** What is to be marked for the words of a query. */
export function markedOf(words: readonly Compound[]): Marked {
  const spaced = words.filter((one) => !isUnspaced(one))
  return {
    words: [...new Set(spaced.flatMap((one) => [...one.parts.map(textOf), inOne(one)]).filter(Boolean))],
    rows: [...new Set(words.filter(isUnspaced).flatMap(({ parts }) => parts.map(textOf)))],
  }
}

const inOne = (compound: Compound) =>
  joined(compound)
    .map(({ text }) => text)
    .join('')

/** How many letters all forms of a word have in common, as far as is known before the rules of its language are asked. */
const IN_COMMON = 2

/** A text with its words, which are taken out once: that costs more than all that is done with them. */
export interface Read {
  text: string
  compounds: readonly Compound[]
}

/** Takes a text's words out. */
export const readText = (text: string): Read => ({ text, compounds: [...compoundsOf(text)] })

/** The words of a text that may be forms of those to be marked. */
export function* likelyForms({ compounds }: Read, configuration: string, { words }: Marked): Generator<Word> {
  const beginnings = new Set(words.map((word) => word.slice(0, IN_COMMON)))
  for (const compound of compounds)
    for (const word of [...compound.parts.map(textOf), inOne(compound)])
      if (word !== '' && beginnings.has(word.slice(0, IN_COMMON))) yield [configuration, word]
}

/** Where a text has what is to be marked; `isForm` says it of a word. */
export function rangesOf(
  { text, compounds }: Read,
  { rows }: Marked,
  isForm: (word: string) => boolean,
): Range[] {
  const ranges: Range[] = []
  for (const compound of compounds) {
    const { start, end, parts } = compound
    if (rows.length > 0 && isUnspaced(compound)) ranges.push(...rowsIn(text.slice(start, end), start, rows))
    else if (parts.length > 1 && isForm(inOne(compound))) ranges.push([start, end])
    else for (const part of parts) if (isForm(textOf(part))) ranges.push([part.start, part.end])
  }
  return ranges
}

/** Where these letters stand in a row in a part of a text that begins at `from`. */
function rowsIn(part: string, from: number, rows: readonly string[]): Range[] {
  const places: Range[] = []
  let folded = ''
  let at = from
  for (const letter of part) {
    const one = fold(letter)
    for (const _ of one) places.push([at, at + letter.length])
    folded += one
    at += letter.length
  }
  const found = rows.flatMap((row) => {
    const all: Range[] = []
    for (let start = folded.indexOf(row); start >= 0; start = folded.indexOf(row, start + row.length)) {
      const [first, last] = [placeOf(places, folded, start), placeOf(places, folded, start + row.length - 1)]
      if (first && last) all.push([first[0], last[1]])
    }
    return all
  })
  return found.sort(([a], [b]) => a - b)
}

/** The place of the letter of which the unit `at` of the folded text is a part. */
const placeOf = (places: Range[], folded: string, at: number) =>
  places[[...folded.slice(0, at + 1)].length - 1]

/** A text in pieces, from `start` to `end`. Ranges that overlap one before are left out. */
export function piecesOf(text: string, ranges: readonly Range[], start = 0, end = text.length): Piece[] {
  const pieces: Piece[] = []
  let at = start
  for (const [from, to] of ranges) {
    if (from < at || to > end) continue
    pieces.push({ text: text.slice(at, from), isMatch: false }, { text: text.slice(from, to), isMatch: true })
    at = to
  }
  pieces.push({ text: text.slice(at, end), isMatch: false })
  return pieces.filter((piece) => piece.text !== '')
}

/** How long an excerpt is, in UTF-16 units, and how much of it stands before its first match. */
const LENGTH = 180
const BEFORE = 50

/** The part of a text with the most matches, or its beginning where it has none. */
export function excerptOf(text: string, ranges: readonly Range[]): Piece[] {
  const counts = ranges.map(
    ([start]) => ranges.filter(([from, to]) => from >= start && to <= start + LENGTH - BEFORE).length,
  )
  const best = ranges[counts.indexOf(Math.max(0, ...counts))]
  const start = best ? spaceBefore(text, Math.max(0, best[0] - BEFORE), best[0]) : 0
  const end = spaceAfter(text, start + LENGTH)
  const pieces = piecesOf(text, ranges, start, end).map((piece) => ({
    ...piece,
    text: piece.text.replace(/\s+/gu, ' '),
  }))
  const [first, last] = [start > 0 ? '… ' : '', end < text.length ? ' …' : '']
  return [{ text: first, isMatch: false }, ...pieces, { text: last, isMatch: false }].filter(
    (piece) => piece.text !== '',
  )
}

/** Where a word begins at or after `at`; `at` itself, between two characters, where none does before `latest`. */
function spaceBefore(text: string, at: number, latest: number): number {
  if (at === 0) return 0
  const found = text.slice(at, latest).search(/\s/u)
  return found < 0 ? whole(text, at) : at + found + 1
}

function spaceAfter(text: string, at: number): number {
  if (at >= text.length) return text.length
  const found = text.slice(at, at + 20).search(/\s/u)
  return found < 0 ? whole(text, at) : at + found
}

/** A place that splits no character of two units. */
const whole = (text: string, at: number) => (/[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at)
