import type { DiffPart } from './diff-words'

/** A passage before and after; null where it did not exist. */
export interface DiffRow {
  before: DiffPart[] | null
  after: DiffPart[] | null
  /** Changes that the words do not show, as sentences. */
  notes: string[]
  /** Where the row is of a picture: both of them; null where there was none, and for one that was erased. */
  pictures?: { before: ComparedPicture | null; after: ComparedPicture | null }
  /** Behind a spoiler lock: closed until the reader opens it. */
  isClosed: boolean
}

/** A picture's stored object and its size in pixels. */
export interface ComparedPicture {
  object: string
  width: number
  height: number
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
  /** The pages that it names now, where its type is to name pages. */
  pages?: { label: string; path: string }[]
  /** What happened to the field, as a sentence. */
  sentence: string
}
