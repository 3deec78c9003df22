import { canonicalJson } from '@/lib/text/canonical'
import type { Table, TableRow } from './document'
import { mergeSequences } from './merge-sequence'
import { pairInOrder } from './pair-in-order'

/**
 * Merges two edits of one table row by row; null where that is not safe: a row is one record, so a row that both sides
 * changed is for people to resolve, and so is a change of columns on either side (the other's new rows would be in the
 * wrong ones).
 */
export function mergeTables(base: Table, theirs: Table, yours: Table): Table | null {
  const head = canonicalJson(base.content[0])
  if (![theirs, yours].every((side) => canonicalJson(side.content[0]) === head)) return null
  const caption = mergeOne(base.attrs.caption, theirs.attrs.caption, yours.attrs.caption)
  if (caption === undefined) return null
  const named = [base, theirs, yours].map((side) => nameRows(base.content, side.content))
  const [inBase = [], inTheirs = [], inYours = []] = named
  const { merged, conflicts } = mergeSequences(inBase, inTheirs, inYours, ({ key }) => key)
  if (conflicts.length > 0) return null
  return { ...base, attrs: { ...base.attrs, caption }, content: merged.map(({ row }) => row) }
}

/** Each row with a key: that of the base's row, or its content, so that equal new rows are one. */
function nameRows(base: readonly TableRow[], rows: readonly TableRow[]): { key: string; row: TableRow }[] {
  const seen = new Map<string, number>()
  return pairInOrder(base.map(canonicalJson), rows.map(canonicalJson)).map((was, index) => {
    const row = rows[index] as TableRow
    if (was !== null) return { key: `was ${was}`, row }
    const text = canonicalJson(row)
    const times = (seen.get(text) ?? 0) + 1
    seen.set(text, times)
    return { key: `new ${times} ${text}`, row }
  })
}

const mergeOne = <T>(base: T, theirs: T, yours: T): T | undefined =>
  theirs === yours || base === yours ? theirs : base === theirs ? yours : undefined
