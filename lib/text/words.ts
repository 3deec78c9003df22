import { fold, foldCase } from './fold'

const WORD = String.raw`[\p{L}\p{N}\p{M}]`
const UNSEEN = String.raw`[\p{Default_Ignorable_Code_Point}\u2800]`
/** Apostrophes and hyphens, as keyboards, phones and typesetters write them. */
const JOINING = String.raw`['’‘‛ʼʹʻ\u0060´′＇\-‐‑‒–—−﹣－·・]`
const APOSTROPHES = /['’‘‛ʼʹʻ`´′]/gu
const COMPOUND = new RegExp(`${WORD}(?:${UNSEEN}*(?:${JOINING}${UNSEEN}*(?=${WORD}))?${WORD})*`, 'gu')
const PARTS = new RegExp(`${WORD}(?:${UNSEEN}*${WORD})*`, 'gu')

/** Scripts that are written without spaces between words, and Korean, whose particles hang on its nouns. */
const UNSPACED = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]`
const RUN = new RegExp(`(?:(?=[\\p{L}\\p{N}\\p{M}])${UNSPACED}\\p{M}*)+|(?:(?!${UNSPACED})${WORD})+`, 'gu')
const IS_UNSPACED = new RegExp(`^${UNSPACED}`, 'u')
const LETTER = /\P{M}\p{M}*|\p{M}+/gu

/** A run of letters and numbers of one sort, folded. */
export interface Run {
  text: string
  /** Its letters, where its script puts no spaces between words; otherwise null. */
  letters: string[] | null
}

/** What stands between spaces in a text: one word, or several joined by hyphens and apostrophes. */
export interface Compound {
  /** Where it stands in the text, in UTF-16 units. */
  start: number
  end: number
  parts: Part[]
}

interface Part {
  /** Where it stands in the text. */
  start: number
  end: number
  runs: Run[]
  /** Its spelling with accents, where that is another. */
  accented: string | null
}

/** The compounds of a text, in order. */
export function* compoundsOf(text: string): Generator<Compound> {
  for (const { 0: whole, index } of text.matchAll(COMPOUND)) {
    const parts = [...whole.matchAll(PARTS)]
      .map((part) => partOf(part[0], index + part.index))
      .filter(({ runs }) => runs.length > 0)
    if (parts.length > 0) yield { start: index, end: index + whole.length, parts }
  }
}

function partOf(part: string, start: number): Part {
  const folded = fold(part)
  const runs = runsOf(folded)
  const accented = foldCase(part)
  const isOneWord = runs.length === 1 && runs[0]?.letters === null && accented !== folded
  const isWritten = isOneWord && /^[\p{L}\p{N}\p{M}]+$/u.test(accented)
  return { start, end: start + part.length, runs, accented: isWritten ? accented : null }
}

const IS_ONE_PLAIN_WORD = /^[a-z0-9]+$/

const runsOf = (folded: string): Run[] =>
  IS_ONE_PLAIN_WORD.test(folded)
    ? [{ text: folded, letters: null }]
    : [...folded.matchAll(RUN)].map(([run]) => runOf(run))

const runOf = (text: string): Run => ({
  text,
  letters: IS_UNSPACED.test(text) ? (text.match(LETTER) ?? [text]) : null,
})

/** A compound without its hyphens and apostrophes: the runs of that one word; none where it has none of them. */
export const joined = ({ parts }: Compound): Run[] =>
  parts.length > 1 ? runsOf(parts.flatMap(({ runs }) => runs.map(({ text }) => text)).join('')) : []

/** The pairs of neighbouring letters: a text has a word where it has all pairs of the word in a row. */
export const pairsOf = (letters: readonly string[]): string[] =>
  letters.slice(0, -1).map((letter, at) => letter + letters[at + 1])

/** The words that are indexed of a run: itself, or its pairs of letters and its last letter. */
export const wordsOfRun = ({ text, letters }: Run): string[] =>
  letters === null ? [text] : [...pairsOf(letters), letters.at(-1) ?? '']

/** The bytes that the words of one text may take in an index entry: PostgreSQL refuses more than a megabyte. */
const MOST_BYTES = 600_000
/** What each different word takes besides its letters. */
const BYTES_OF_A_WORD = 12

/**
 * The words of a text as the index takes them, with spaces between them: each in order, then other spellings of some
 * (with accents, and compounds in one word). What is more than an index entry holds is left out.
 */
export function indexedWords(text: string): string {
  const words: string[] = []
  const others = new Set<string>()
  const seen = new Set<string>()
  let bytes = 0
  for (const compound of compoundsOf(text)) {
    const own = compound.parts.flatMap(({ runs }) => runs.flatMap(wordsOfRun))
    const inOne = joined(compound).flatMap(wordsOfRun)
    const accented = compound.parts.flatMap((part) => part.accented ?? [])
    for (const word of [...own, ...inOne, ...accented]) {
      if (seen.has(word)) continue
      seen.add(word)
      bytes += word.length * 3 + BYTES_OF_A_WORD
    }
    if (bytes > MOST_BYTES) break
    words.push(...own)
    if (inOne.length > 0) others.add(inOne.join(' '))
    for (const one of accented) others.add(one)
  }
  return [...words, ...others].join(' ')
}

/**
 * A name as names are compared: folded words with a space between them, apostrophes left out, or the name in lower case
 * where it has no words. `Nick’s`, `nicks` and `NICK'S` are one name.
 */
export function foldedName(name: string): string {
  const folded = fold(name)
  const words = [...compoundsOf(folded.replace(APOSTROPHES, ''))].flatMap(({ parts }) =>
    parts.map(({ runs }) => runs.map(({ text }) => text).join('')),
  )
  return words.length > 0 ? words.join(' ') : folded.replace(/\s+/gu, ' ').trim() || name.toLowerCase()
}
