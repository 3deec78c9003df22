import type { Queryable } from '@/db/postgres/client'
import { findAlike } from '@/db/search/vocabulary'
import type { SearchQuery } from '@/lib/titles/search-query'

/** More words than these are not compared. */
const MOST_WORDS = 8
/** Shorter words are like too many others. */
const LEAST_LETTERS = 4

/**
 * The text of a query with the most similar known word in place of each unknown one; null where every word is known or
 * nothing is similar enough. Words of scripts without spaces are left as they are.
 */
export async function withoutSlips(db: Queryable, { text, words }: SearchQuery): Promise<string | null> {
  const checked = words.slice(0, MOST_WORDS).flatMap(({ parts }) =>
    parts.flatMap(({ start, end, runs }) => {
      const [run] = runs
      const isWord = runs.length === 1 && run?.letters === null && /^\p{L}+$/u.test(run.text)
      return isWord && [...run.text].length >= LEAST_LETTERS ? [{ start, end, word: run.text }] : []
    }),
  )
  if (checked.length === 0) return null
  const known = await findAlike(db, [...new Set(checked.map(({ word }) => word))])
  let corrected = text
  for (const { start, end, word } of checked.reverse()) {
    const best = mostAlike(word, known.get(word)?.alike ?? [])
    if (best !== null) corrected = corrected.slice(0, start) + best + corrected.slice(end)
  }
  return corrected === text ? null : corrected
}

/** How many letters may be wrong, left out, added or exchanged. */
const slipsIn = (word: string) => (word.length <= 5 ? 1 : 2)

/** The word with the fewest slips, of those with few enough; of several, one with the same first letter, then the first. */
export function mostAlike(word: string, others: readonly string[]): string | null {
  const ranked = others
    .map((other) => ({ other, slips: slipsBetween(word, other) }))
    .filter(({ slips }) => slips <= slipsIn(word))
    .sort((a, b) => a.slips - b.slips || Number(b.other[0] === word[0]) - Number(a.other[0] === word[0]))
  return ranked[0]?.other ?? null
}

/**
 * How many letters have to be changed, left out, added, or exchanged with their neighbour to make one word of the other
 * (optimal string alignment).
 */
export function slipsBetween(one: string, other: string): number {
  const [a, b] = [[...one], [...other]]
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      const least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1))
      const isExchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(isExchanged ? Math.min(least, (before[j - 2] ?? 0) + 1) : least)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}
