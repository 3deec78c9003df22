import { findLettersInUse, findPagesByLetter } from '@/db/pages/by-letter'
import { reads } from '@/db/postgres/client'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import type { Asking } from '@/lib/input/address'
import { paginate } from '@/lib/input/paging'
import { messages } from '@/lib/messages/messages'
import { readerScope } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'
import { titleAfter } from './title-after'

const ON_A_PAGE = 200

/** A stretch of first letters: one letter of the wiki's language, or all of another script. */
export interface Stretch {
  label: string
  /** Its first sign, from which it goes up to the next stretch's. */
  first: string
}

/** All pages by title, from some place on. */
export interface LetterList {
  /** The stretches in which there are pages. */
  stretches: Stretch[]
  groups: (Stretch & { pages: { label: string; path: string }[] })[]
  next: string | null
  isFirst: boolean
}

/** The pages from the stretch that begins with the sign `from`, or after the title key `after`, up to 200. */
export async function loadLetters(query: Asking<'after' | 'from'>): Promise<LetterList> {
  recordDependency(tags.recent, tags.settings)
  const all = stretches()
  const after = titleAfter(query.after)
  const from = after === null ? (all.find(({ first }) => first === query.from)?.first ?? null) : null
  const [rows, inUse] = await Promise.all([
    findPagesByLetter(reads(), await readerScope(), { from, after, most: ON_A_PAGE + 1 }),
    findLettersInUse(
      reads(),
      await readerScope(),
      all.map(({ first }) => first),
    ),
  ])
  const { shown, next } = paginate(rows, ON_A_PAGE, (row) => row.sortKey)
  const within = (stretch: Stretch) =>
    shown.flatMap(({ letter, label }) =>
      stretchOf(letter, all) === stretch ? { label, path: paths.page(label) } : [],
    )
  return {
    stretches: all.filter(({ first }) => inUse.has(first)),
    groups: all
      .map((stretch) => ({ ...stretch, pages: within(stretch) }))
      .filter(({ pages }) => pages.length > 0),
    next,
    isFirst: from === null && after === null,
  }
}

/**
 * The stretches in the order of their signs: digits and other signs, the letters of the wiki's language, what is left of
 * Latin, and the other scripts. Titles are ordered without their accents, and Hangul by its parts.
 */
export function stretches(): Stretch[] {
  const { alphabet } = messages().language
  const { scripts } = messages().ways.letters
  const letters = [...alphabet].map((first) => ({ label: first.toUpperCase(), first }))
  return [
    { label: scripts.signs, first: '' },
    ...letters,
    ...BEGINNINGS.map(([script, first]) => ({ label: scripts[script], first })),
  ].sort((a, b) => (a.first < b.first ? -1 : 1))
}

/** Where scripts begin (Unicode blocks, in the order of their signs); what lies between belongs to the one before. */
const BEGINNINGS = [
  ['latin', '{'],
  ['greek', '\u0370'],
  ['cyrillic', '\u0400'],
  ['armenian', '\u0530'],
  ['hebrew', '\u0590'],
  ['arabic', '\u0600'],
  ['indic', '\u0900'],
  ['thai', '\u0e00'],
  ['tibetan', '\u0f00'],
  ['georgian', '\u10a0'],
  ['hangul', '\u1100'],
  ['others', '\u1200'],
  ['kana', '\u3040'],
  ['han', '\u3100'],
  ['rest', '\ua000'],
] as const

/** The stretch in which a letter lies: the last that begins with it or before it, by code points. */
function stretchOf(letter: string, all: readonly Stretch[]): Stretch | undefined {
  const at = letter.codePointAt(0) ?? 0
  return all.findLast(({ first }) => (first.codePointAt(0) ?? 0) <= at)
}
