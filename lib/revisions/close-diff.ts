import type { ContentDiff } from '@/lib/content/diff'
import type { DiffRow, UnchangedRun } from '@/lib/content/diff-rows'

const isRow = (row: DiffRow | UnchangedRun): row is DiffRow => 'isClosed' in row

const withRows = (diff: ContentDiff, change: (row: DiffRow) => DiffRow): ContentDiff => ({
  ...diff,
  fields: diff.fields.map((field) => ({
    ...field,
    rows: field.rows.map((row) => (isRow(row) && row.isClosed ? change(row) : row)),
  })),
})

/** The same without a word of what is closed in it: that something is there is all that stays. */
export const closeDiff = (diff: ContentDiff): ContentDiff =>
  withRows(diff, (row) => ({ ...row, before: null, after: null, notes: [] }))

/** The same with nothing closed, for who has asked for it. */
export const openDiff = (diff: ContentDiff): ContentDiff =>
  withRows(diff, (row) => ({ ...row, isClosed: false }))
