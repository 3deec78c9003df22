import { labelOf as wordsOf } from '@/lib/content/plain-text'
import type { EntryContent } from '@/lib/entries/content'
import { writing } from '@/lib/texts/en/writing'

const LONGEST_LABEL = 300

/**
 * What an entry calls itself in lists. Lists are read by everybody, so a fact behind a gate calls itself by its
 * `number` alone.
 */
export function labelOf({ kind, content }: EntryContent, number: number): string {
  if (kind === 'fact' && content.gate.kind !== 'none') return writing.closedFact(number)
  const words = wordsOf(kind, content)
  return kind === 'page' ? words : shorten(words)
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= LONGEST_LABEL) return line
  const cut = line
    .slice(0, LONGEST_LABEL)
    .toWellFormed()
    .replace(/\s\S*$/, '')
  return `${cut}…`
}
