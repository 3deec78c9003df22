import type { Row } from './row'

/** The options of this run. */
export interface Run {
  /** Fewer and shorter rounds: to check that it works, not to quote. */
  isQuick: boolean
  /** Memory is measured for an hour. */
  isSoak: boolean
  /** The size of the large wiki. */
  pages: number
  /** The data folder of a wiki made by `npm run bench:seed`, to be measured instead; it is written to. */
  wiki: string | null
}

/** A part of the bench. Each starts what it needs and leaves nothing behind, so that any can run alone. */
export interface Part {
  name: string
  /** How long it takes at full length, in minutes. */
  minutes: number
  measure: (run: Run) => Promise<Row[]>
}
