import type { RevisionLine } from '@/lib/revisions/line'
import { history } from '@/lib/texts/en/history'
import { reports } from '@/lib/texts/en/reports'

/** The author of a version, as far as that may be told. */
export function authorInWords({ author }: RevisionLine): string {
  if (author.by === 'hidden') return reports.hiddenAuthor
  return author.by === 'elsewhere' ? history.elsewhere(author.name, author.wiki) : author.name
}
