import type { EntryKind } from '@/db/entries/schema'

/** How entries of one kind are searched. */
interface Searched {
  /** How many candidates are ranked: a word that half the wiki has costs no more than another. */
  most: number
  /** Its weight, beside similarity. */
  weight: number
  /**
   * What is compared for similarity: its titles; its label; or, where that is a whole sentence, only its words, which
   * are more telling and ten times cheaper.
   */
  calledBy: 'titles' | 'label' | 'words'
}

/** How each kind of entry is searched. */
export const searched: Record<EntryKind, Searched> = {
  page: { most: 200, weight: 1.5, calledBy: 'titles' },
  fact: { most: 200, weight: 1, calledBy: 'words' },
  source: { most: 100, weight: 0.5, calledBy: 'label' },
  file: { most: 100, weight: 0.5, calledBy: 'words' },
}

/** The kinds whose names are compared in one of these ways. */
export const kindsCalledBy = (...ways: Searched['calledBy'][]): EntryKind[] =>
  (Object.keys(searched) as EntryKind[]).filter((kind) => ways.includes(searched[kind].calledBy))
