import type { Citation } from '@/lib/content/citation'

/** One place where a reference is used: the third use of reference 4 is `4-c`. */
export interface Use {
  number: number
  /** Null where the list does not lead back to it. */
  letter: string | null
}

/** A source with its number on a page, and everywhere the page uses it. */
export interface Reference {
  number: number
  source: number
  uses: (Use & { letter: string })[]
  /** The locators within the source that the page names, each once. */
  locators: string[]
  /** The words that the page quotes from it, each once. */
  quotes: string[]
  /** A use cites the original itself, not a report of it. */
  isOriginal: boolean
}

export interface References {
  list: Reference[]
  /** The use of a citation; by identity, so pass the very object that was numbered. */
  markOf: (citation: Citation) => Use | undefined
}

/**
 * Numbers the sources of `citations` in the order of first use, one number per source; the same citation counts once. The
 * list leads back to each use in a text; of those on facts' cards (`onCards`), only to one that is a source's first.
 */
export function numberReferences(
  citations: Iterable<Citation>,
  onCards: ReadonlySet<Citation> = new Set(),
): References {
  const bySource = new Map<number, Reference>()
  const uses = new Map<Citation, Use>()
  for (const citation of citations) {
    if (uses.has(citation)) continue
    const reference = bySource.get(citation.source) ?? emptyReference(bySource.size + 1, citation.source)
    bySource.set(citation.source, reference)
    const isLedTo = reference.uses.length === 0 || !onCards.has(citation)
    const { number } = reference
    const letter = letterOf(reference.uses.length)
    if (isLedTo) reference.uses.push({ number, letter })
    if (citation.locator && !reference.locators.includes(citation.locator))
      reference.locators.push(citation.locator)
    if (citation.quote && !reference.quotes.includes(citation.quote)) reference.quotes.push(citation.quote)
    reference.isOriginal ||= citation.directness === 'original'
    uses.set(citation, { number, letter: isLedTo ? letter : null })
  }
  return { list: [...bySource.values()], markOf: (citation) => uses.get(citation) }
}

/** One citation a source, the original where there is one: what a fact's card has marks for. */
export function oncePerSource(citations: readonly Citation[]): Citation[] {
  const bySource = new Map<number, Citation>()
  for (const citation of citations) {
    const known = bySource.get(citation.source)
    if (!known || (known.directness !== 'original' && citation.directness === 'original'))
      bySource.set(citation.source, citation)
  }
  return [...bySource.values()]
}

const emptyReference = (number: number, source: number): Reference => ({
  number,
  source,
  uses: [],
  locators: [],
  quotes: [],
  isOriginal: false,
})

/** 0 is a, 25 is z, 26 is aa. */
export function letterOf(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26))
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter
}
