import { emptySource } from './empty-source'
import type { SourceContent } from './source'

/** A new source that is a work itself: the one that a page is about, or one that only words name. */
export const newSourceOfWork = (called: string, page: number | null): SourceContent => ({
  ...emptySource,
  type: 'broadcast',
  title: page === null ? null : called,
  description: page === null ? called : null,
  derivedFrom: { kind: 'work', page },
})
