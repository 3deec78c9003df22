import type { Citation } from '@/lib/content/citation'

/** A citation being edited: its source may not be chosen yet. */
export type CitationDraft = Omit<Citation, 'source'> & { source: number | null }
