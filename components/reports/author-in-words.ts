import { messages } from '@/lib/messages/messages'
import type { RevisionLine } from '@/lib/revisions/line'

/** The author of a version, as far as that may be told. */
export function authorInWords({ author }: RevisionLine): string {
  if (author.by === 'hidden') return messages().reports.hiddenAuthor
  return author.by === 'elsewhere' ? messages().history.elsewhere(author.name, author.wiki) : author.name
}
