import type { DiffPart } from './diff-words'

/** A passage before and after; null where it did not exist. */
export interface DiffRow {
  before: DiffPart[] | null
  after: DiffPart[] | null
  /** Changes that the words do not show, as sentences. */
  notes: string[]
  /** Behind a spoiler lock: closed until the reader opens it. */
  isClosed: boolean
}

/** A run of unchanged passages. */
export interface UnchangedRun {
  unchanged: number
}

export interface FieldDiff {
  /** The field's path: `title`, `body`, `infobox.born`. */
  field: string
  label: string
  rows: (DiffRow | UnchangedRun)[]
  /** What happened to the field, as a sentence. */
  sentence: string
}
