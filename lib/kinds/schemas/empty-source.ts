import type { SourceContent } from './source'

/** The content of a new source. */
export const emptySource: SourceContent = {
  type: 'webpage',
  title: null,
  description: null,
  publisher: null,
  authors: [],
  issued: null,
  language: null,
  url: null,
  archiveUrl: null,
  doi: null,
  isbn: null,
  via: null,
  derivedFrom: { kind: 'unknown' },
  note: null,
}
