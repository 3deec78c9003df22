import { reads } from '@/db/postgres/client'
import { findSuggestions } from '@/db/search/suggest'
import { namedOf } from '@/lib/entries/name-entries'
import type { Named } from '@/lib/entries/named'
import type { Parameter } from '@/lib/input/address'
import { scopeOfProgress } from '@/lib/places/loaders'
import { readAlike, tellingWords } from '@/lib/titles/search-query'

const MOST = 3
/** How many of those that share words are compared. */
const COMPARED = 40
/** Twice the telling words that two sentences share, of all that they have. */
const LEAST_ALIKE = 0.5

/** Facts with a statement like this one that are open to everybody, the most similar first, at most 3. */
export async function similarOpenFacts(statement: Parameter): Promise<Named[]> {
  const asked = readAlike(statement ?? '')
  if (asked.text === '') return []
  const within = await scopeOfProgress(null)
  const alike = alikenessTo(asked.text)
  return (await findSuggestions(reads(), within, asked, ['fact'], COMPARED))
    .map((row) => ({ named: namedOf(row, null), likeness: alike(row.label) }))
    .filter(({ likeness }) => likeness >= LEAST_ALIKE)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST)
    .map(({ named }) => named)
}

function alikenessTo(statement: string): (other: string) => number {
  const words = new Set(tellingWords(statement))
  return (other) => {
    const others = tellingWords(other)
    return (2 * others.filter((word) => words.has(word)).length) / (words.size + others.length)
  }
}
