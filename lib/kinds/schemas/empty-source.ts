import type { SourceContent } from './source'

/** A source of which nothing is known yet. */
export const emptySource: SourceContent = {
  type: 'webpage',
  title: null,
  description: null,
  publisher: null,
  authors: [],
  issued: null,
  url: null,
  archiveUrl: null,
  via: null,
  derivedFrom: { kind: 'unknown' },
  note: null,
}

/** A new source from what somebody pasted or wrote: an address becomes its address, anything else its description. */
export function sourceFrom(text: string): SourceContent {
  const trimmed = text.trim()
  return /^https?:\/\//i.test(trimmed)
    ? { ...emptySource, url: trimmed }
    : { ...emptySource, description: trimmed || null }
}
