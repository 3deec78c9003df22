import type { Row } from './row'

/** What was asked of this run. */
export interface Run {
  /** Fewer and shorter rounds: to see that it works, not to quote. */
  isQuick: boolean
  /** Memory is watched for an hour. */
  isSoak: boolean
  /** How large the large wiki is. */
  pages: number
  /** The data folder of one that `npm run bench:seed` made, to be measured instead; it is written to. */
  wiki: string | null
}

/** A part of the bench. Each starts what it needs and leaves nothing behind, so that any can run alone. */
export interface Part {
  name: string
  /** How long it takes at full length, in minutes. */
  minutes: number
  measure: (run: Run) => Promise<Row[]>
}
