import type { Asked } from '@/db/search/asked'
import type { Typed } from '@/db/search/suggest'
import { isStorable } from '@/lib/text/plain'
import {
  type Compound,
  compoundsOf,
  foldedName,
  joined,
  pairsOf,
  type Run,
  wordsOfRun,
} from '@/lib/text/words'
import { normalizeTitle, titleKey } from './title'

/** In characters (UTF-16 units): what is longer is cut off, and the page says so. */
export const LONGEST_QUERY = 200
/** More words than these find no more. */
const MOST_WORDS = 24

/** A query as a reader typed it, and as the database is asked. */
export interface SearchQuery extends Asked {
  /** Trimmed and bounded; empty when nothing was asked. */
  text: string
  wasCut: boolean
  /** The words that shall be found, each once: what is marked, and what may have slips. */
  words: Compound[]
}

interface Clause {
  isBarred: boolean
  isPhrase: boolean
  compounds: Compound[]
}

/** Reads the text of the parameter `q`, as a web search is written: words, "phrases", -not, or. Never fails. */
export function readSearch(q: string | null | undefined): SearchQuery {
  const whole = (q ?? '').toWellFormed()
  const text = isStorable(whole) ? cut(normalizeTitle(whole.slice(0, LONGEST_QUERY * 4))) : ''
  const groups = groupsOf(text)
  return {
    text,
    wasCut: whole.trim().length > text.length && whole.trim().length > LONGEST_QUERY,
    key: titleKey(text),
    name: text === '' ? '' : foldedName(text),
    exact: groups
      .map((group) => all(group.map(asked)))
      .filter(Boolean)
      .join(' | '),
    loose: loosely(groups),
    isStrict: groups.some((group) => group.some(({ isBarred, isPhrase }) => isBarred || isPhrase)),
    words: groups.flat().flatMap(({ isBarred, compounds }) => (isBarred ? [] : compounds)),
  }
}

const cut = (text: string) =>
  text
    .slice(0, LONGEST_QUERY)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
    .trim()

/** A word or words in quotes, with or without a minus. */
const CLAUSE = /(-?)(?:"([^"]*)(?:"|$)|[^\s"]+)/gu

/** The clauses of which all must hold, in groups of which one must. */
function groupsOf(text: string): Clause[][] {
  const groups: Clause[][] = [[]]
  let count = 0
  for (const { 0: whole, 1: minus, 2: phrase, index } of text.matchAll(CLAUSE)) {
    if (/^or$/i.test(whole)) {
      groups.push([])
      continue
    }
    // What stands before the words is left in, as so many spaces, so that they stand where they stood.
    const compounds = [...compoundsOf(' '.repeat(index) + whole)].slice(0, MOST_WORDS - count)
    if (compounds.length === 0) continue
    count += compounds.length
    groups.at(-1)?.push({ isBarred: minus === '-', isPhrase: phrase !== undefined, compounds })
  }
  return groups.filter((group) => group.length > 0)
}

const all = (operands: string[]) => operands.filter(Boolean).join(' & ')
const quoted = (word: string) => `'${word}'`

function asked({ isBarred, isPhrase, compounds }: Clause): string {
  if (isBarred)
    return `!(${isPhrase ? inARow(compounds) : compounds.map((one) => spelled(one, '<->')).join(' <-> ')})`
  return isPhrase ? inARow(compounds) : all(compounds.map((one) => spelled(one, '&')))
}

/** What an index may be asked: without the order of words, which it does not have. Null when that is nothing. */
function loosely(groups: Clause[][]): string | null {
  const each = groups.map((group) => {
    const wanted = group.filter(({ isBarred }) => !isBarred).flatMap(({ compounds }) => compounds)
    const barred = group.filter(({ isBarred, compounds }) => isBarred && isOneWord(compounds))
    if (wanted.length === 0) return null
    return all([...wanted.map((one) => spelled(one, '&', '&')), ...barred.map(asked)])
  })
  return each.length === 0 || each.includes(null) ? null : each.map((one) => `(${one})`).join(' | ')
}

const isOneWord = ([first, ...others]: Compound[]) =>
  first !== undefined && others.length === 0 && wordsIn(first).length === 1

const wordsIn = ({ parts }: Compound) => parts.flatMap(({ runs }) => runs.flatMap(wordsOfRun))

/** One compound in each of its spellings. */
function spelled(compound: Compound, between: '&' | '<->', within: '&' | '<->' = '<->'): string {
  const parts = compound.parts.map(({ runs, accented }) => {
    const own = ofRuns(runs, within)
    return accented ? `(${own} | ${quoted(accented)})` : own
  })
  const own = parts.join(` ${between} `)
  const inOne = joined(compound)
  return inOne.length > 0 ? `((${own}) | ${ofRuns(inOne, within)})` : own
}

const ofRuns = (runs: Run[], between: string) => {
  const each = runs.flatMap((run, at) => ofRun(run, at < runs.length - 1))
  return each.length > 1 ? `(${each.join(` ${between} `)})` : (each[0] ?? '')
}

/** A run as it is indexed. One letter begins a pair; the last letter stands alone only where something follows it. */
function ofRun({ text, letters }: Run, isFollowed: boolean): string[] {
  if (letters === null) return [quoted(text)]
  const last = quoted(letters.at(-1) ?? '')
  if (letters.length === 1 && !isFollowed) return [`${last}:*`]
  const pairs = pairsOf(letters).map(quoted)
  return isFollowed ? [...pairs, last] : pairs
}

/** The words of a phrase, one after the other as they are indexed. */
const inARow = (compounds: Compound[]) =>
  ofRuns(
    compounds.flatMap(({ parts }) => parts.flatMap(({ runs }) => runs)),
    '<->',
  )

/** Shorter beginnings are those of too many words. */
const LEAST_BEGUN = 4

/** Reads what was typed so far into a field with suggestions: its last word may be incomplete. */
export function readTyped(q: string): Typed {
  const { text, name, exact, words } = readSearch(q)
  const [last] = words.at(-1)?.parts.at(-1)?.runs.slice(-1) ?? []
  const isBegun =
    last?.letters === null && last.text.length >= LEAST_BEGUN && /[\p{L}\p{N}\p{M}]$/u.test(text)
  const before = words.slice(0, -1).map((one) => spelled(one, '&'))
  const hasPairs = words.some(({ parts }) =>
    parts.some(({ runs }) => runs.some(({ letters }) => letters !== null)),
  )
  return {
    hasPairs,
    text,
    name,
    words: exact,
    begun: isBegun ? { before: all(before), last: `${quoted(last.text)}:*` } : null,
  }
}
