import { reads } from '@/db/postgres/client'
import {
  findFactsHaving,
  findLexemes,
  type Lexeme,
  type LexemesOfFact,
  type WordsTogether,
} from '@/db/search/alike'
import type { ReadScope } from '@/lib/policy/policy'
import { isStorable } from '@/lib/text/plain'
import { indexedWords } from '@/lib/text/words'
import { mostAlike } from './slips'

/** How many facts that share words are compared. */
const COMPARED = 300
/** Twice the words that two statements share, of all that they have. */
const LEAST_ALIKE = 0.55
/** Sharing fewer tells nothing, however few they have. */
const LEAST_SHARED = 3
/** In UTF-16 units; no statement is longer. */
const LONGEST = 2_400
/** Of the words of a statement so many are looked for, the rarest. */
const MOST_ASKED = 9
/** Shorter words are like too many others. */
const LEAST_LETTERS = 4

/** A fact, and from 0 to 1 how much of what both say it shares with a statement. */
export interface Alike {
  id: number
  likeness: number
}

/**
 * The facts that say much the same as this statement, of those that the scope shows, the most similar first, at most
 * `most`. The order of words, their forms, and slips in some of them make no difference.
 */
export async function findSimilarFacts(within: ReadScope, statement: string, most: number): Promise<Alike[]> {
  const text = statement.toWellFormed().slice(0, LONGEST)
  const words = isStorable(text) ? indexedWords(text) : ''
  if (words === '') return []
  const asked = byConfiguration(await findLexemes(reads(), words))
  const rarest = [...asked.values()].map(rarestOf)
  const found = await findFactsHaving(reads(), within, rarest, COMPARED)
  return found
    .map((fact) => ({ id: fact.id, likeness: likenessOf(fact, asked) }))
    .filter(({ likeness }) => likeness >= LEAST_ALIKE)
    .sort((one, other) => other.likeness - one.likeness || one.id - other.id)
    .slice(0, most)
}

/** The words in each configuration, the rarest first; of equally rare ones the longest. */
function byConfiguration(lexemes: Lexeme[]): Map<string, string[]> {
  const sorted = lexemes.toSorted(
    (one, other) => one.share - other.share || other.lexeme.length - one.lexeme.length,
  )
  const found = new Map<string, string[]>()
  for (const { configuration, lexeme } of sorted)
    found.set(configuration, [...(found.get(configuration) ?? []), lexeme])
  return found
}

/**
 * The words of which a similar statement has so many together. Whoever shares enough words shares some of the rarest, so
 * frequent ones need not be looked for; of a few words, one may have a slip.
 */
function rarestOf(words: string[]): WordsTogether {
  const shared = Math.max(LEAST_SHARED, Math.ceil(words.length / 3))
  const together = Math.max(1, Math.min(LEAST_SHARED, words.length - 1))
  const telling = Math.max(together, words.length - shared + together)
  return { words: words.slice(0, Math.min(MOST_ASKED, telling)), together }
}

/** From 0 to 1: how much of what both say they share. */
function likenessOf({ configuration, lexemes }: LexemesOfFact, asked: ReadonlyMap<string, string[]>): number {
  const own = asked.get(configuration) ?? []
  const there = new Set(lexemes)
  const others = new Set(lexemes.filter((lexeme) => !own.includes(lexeme) && isLong(lexeme)))
  let shared = 0
  for (const word of own) {
    const meant = there.has(word) ? word : isLong(word) ? mostAlike(word, [...others]) : null
    if (meant === null) continue
    others.delete(meant)
    shared += 1
  }
  return shared < Math.min(LEAST_SHARED, own.length) ? 0 : (2 * shared) / (own.length + lexemes.length)
}

const isLong = (word: string) => [...word].length >= LEAST_LETTERS
