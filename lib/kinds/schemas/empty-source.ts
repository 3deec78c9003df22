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

/** A new source from pasted or typed text: an address becomes its link, anything else its description. */
export function sourceFrom(text: string): SourceContent {
  const trimmed = text.trim()
  return /^https?:\/\//i.test(trimmed)
    ? { ...emptySource, url: trimmed }
    : { ...emptySource, description: trimmed || null }
}
