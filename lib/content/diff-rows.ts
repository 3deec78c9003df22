import type { DiffPart } from './diff-words'

/** A passage as it was and as it is; null where it was not there. */
export interface DiffRow {
  before: DiffPart[] | null
  after: DiffPart[] | null
  /** What words alone do not show, in words. */
  notes: string[]
  /** Tells later plot: stays closed until the reader opens it. */
  isClosed: boolean
}

/** A run of passages that are the same on both sides. */
export interface UnchangedRun {
  unchanged: number
}

export interface FieldDiff {
  /** As in content: `title`, `body`, `infobox.born`. */
  field: string
  label: string
  rows: (DiffRow | UnchangedRun)[]
  /** What happened to the field, in words. */
  sentence: string
}
