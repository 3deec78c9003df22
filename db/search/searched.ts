import type { EntryKind } from '@/db/entries/schema'

/** How entries of one kind are looked for. */
interface Searched {
  /** So many that have the words are weighed against each other: a word that half the wiki has costs no more than another. */
  most: number
  /** How much it counts, beside what is likest. */
  weight: number
  /**
   * What it is called by: its titles; its label; or, where that is a whole sentence, its words alone, which tell more than
   * its letters, at a tenth of the cost.
   */
  calledBy: 'titles' | 'label' | 'words'
}

/** How each kind of entry is looked for. */
export const searched: Record<EntryKind, Searched> = {
  page: { most: 200, weight: 1.5, calledBy: 'titles' },
  fact: { most: 200, weight: 1, calledBy: 'words' },
  source: { most: 100, weight: 0.5, calledBy: 'label' },
}

/** The kinds that are called by one of these. */
export const kindsCalledBy = (...ways: Searched['calledBy'][]): EntryKind[] =>
  (Object.keys(searched) as EntryKind[]).filter((kind) => ways.includes(searched[kind].calledBy))
