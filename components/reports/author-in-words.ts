import { messages } from '@/lib/messages/messages'
import type { RevisionLine } from '@/lib/revisions/line'

/** A version's author, as far as the reader may see the name. */
export function authorInWords({ author }: RevisionLine): string {
  if (author.by === 'hidden') return messages().reports.hiddenAuthor
  return author.by === 'elsewhere' ? messages().history.elsewhere(author.name, author.wiki) : author.name
}
