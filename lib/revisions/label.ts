import { shorten } from '@/lib/content/shorten'
import { type EntryContent, kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'

const LONGEST_LABEL = 300

/**
 * What an entry calls itself in lists. Lists are read by everybody, so a fact behind a gate calls itself by its
 * `number` alone.
 */
export function labelOf({ kind, content }: EntryContent, number: number): string {
  if (kind === 'fact' && content.gate.kind !== 'none') return messages().writing.closedFact(number)
  const name = kindOf(kind).ownName(content)
  return kind === 'page' ? name : shorten(name.replace(/\s+/g, ' ').trim(), LONGEST_LABEL)
}
