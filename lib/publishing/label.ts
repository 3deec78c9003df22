import { type EntryContent, kindOf } from '@/lib/kinds/registry'
import { shorten } from '@/lib/text/shorten'

const LONGEST_LABEL = 300

/** What an entry calls itself in lists that may show it. */
export function labelOf({ kind, content }: EntryContent): string {
  const { isTitled, ownName } = kindOf(kind)
  const name = ownName(content)
  return isTitled ? name : shorten(name.replace(/\s+/g, ' ').trim(), LONGEST_LABEL)
}
