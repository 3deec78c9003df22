/** What is asked of the search data. */
export interface Asked {
  /** The key of a title with the typed text. */
  key: string
  /** The typed text as names are compared; see `foldedName` in lib/text. */
  name: string
  /** The words as `to_tsquery` reads them, empty for none. */
  exact: string
  /** The same for the index: no order of words; null where nothing is wanted, so that no index could find it. */
  loose: string | null
  /** There are phrases or excluded words: similar titles are no answer. */
  isStrict: boolean
}
