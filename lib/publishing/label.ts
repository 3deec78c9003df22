import { type EntryContent, kindOf } from '@/lib/kinds/registry'
import { shorten } from '@/lib/text/shorten'

const LONGEST_LABEL = 300

/**
 * What an entry calls itself in lists. Lists are read by everybody, so what stands behind a gate calls itself by its
 * `number` alone.
 */
export function labelOf({ kind, content }: EntryContent, number: number): string {
  const { isGated, isTitled, ownName, texts } = kindOf(kind)
  if (isGated(content)) return texts().closed(number)
  const name = ownName(content)
  return isTitled ? name : shorten(name.replace(/\s+/g, ' ').trim(), LONGEST_LABEL)
}
