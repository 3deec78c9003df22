import type { SourceContent } from '@/lib/kinds/schemas/source'
import { nameOfSource } from '@/lib/kinds/source-name'
import { paths } from '@/lib/routes'
import { shorten } from '@/lib/text/shorten'

/** A source as one line, its parts in the order of CSL's author, title, container, date. */
export interface SourceRecord {
  number: number
  path: string
  type: SourceContent['type']
  authors: string
  /** Its title, or, when `isDescribed`, words that describe it. */
  title: string
  isDescribed: boolean
  publisher: string | null
  issued: string | null
  via: string | null
  url: string | null
  archiveUrl: string | null
}

/** Makes the line of a source from its content and number. */
export function recordOf(number: number, content: SourceContent): SourceRecord {
  return {
    number,
    path: paths.source(number),
    type: content.type,
    authors: content.authors.join(', '),
    title: nameOfSource(content),
    isDescribed: content.title === null,
    publisher: content.publisher,
    issued: content.issued,
    via: content.via,
    url: content.url,
    archiveUrl: content.archiveUrl,
  }
}

/** A source's short name: its outlet, else its first author, else the beginning of its title. */
export function shortNameOf(record: SourceRecord): string {
  return record.publisher ?? (record.authors.split(', ')[0] || beginningOf(record.title, /[:;,.?!—]\s/))
}

/** A title for lists: of a description only the first sentence, and never more than 160 characters. */
export const listedTitleOf = (record: SourceRecord) =>
  record.isDescribed ? beginningOf(record.title, /(?<=[.?!…])\s/) : record.title

const MOST = 160

const beginningOf = (text: string, end: RegExp) => shorten(text.split(end)[0] ?? text, MOST)

/** A source that has no page yet links to its web address. */
export const recordOfNew = (content: SourceContent): SourceRecord => ({
  ...recordOf(0, content),
  path: content.url ?? '#',
})
