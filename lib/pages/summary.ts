import type { Block } from '@/lib/content/document'
import { textOfDocument } from '@/lib/content/plain-text'
import { shorten } from '@/lib/text/shorten'

const MOST = 160

/**
 * The beginning of a lead's open text, for search engines and link previews: at most `most` characters, cut between words.
 */
export function summaryOf(lead: readonly Block[], most = MOST): string | undefined {
  const words = textOfDocument({ content: lead }).replaceAll('\n', ' ')
  return shorten(words, most) || undefined
}
