import { messages } from '@/lib/messages/messages'
import { canonicalJson, isSame } from '@/lib/text/canonical'
import type { DiffRow, UnchangedRun } from './diff-rows'
import { betweenCells, type DiffLabels, tokensOfCell, tokensOfRow, tokensOfText } from './diff-tokens'
import { type Budget, compareWords, type Sides, whole } from './diff-words'
import type { Table, TableCell, TableRow } from './document'
import { pairInOrder } from './pair-in-order'

/** A column on both sides, or on one. */
interface Column {
  from: number | null
  to: number | null
}

/**
 * Compares two versions of one table: rows are paired by the text of the columns that stayed, then compared cell by
 * cell. Gives a passage for the caption and for each changed row, and runs of unchanged ones between them; never none.
 */
export function diffTables(
  before: Table,
  after: Table,
  labels: DiffLabels,
  budget: Budget,
): (DiffRow | UnchangedRun)[] {
  const columns = pairColumns(before, after)
  const pairs = pairInOrder(...keysOfRows(before, after, columns))
  const rows: (DiffRow | UnchangedRun)[] = [...captionRow(before, after, budget)]
  let next = 0
  const passOver = (until: number) => {
    for (; next < until; next++) {
      const gone = before.content[next]
      if (gone) rows.push(wholeRow(gone, 'removed', next, labels))
    }
  }
  for (const [index, row] of after.content.entries()) {
    const from = pairs[index] ?? null
    const was = from === null ? undefined : before.content[from]
    if (from === null || !was) {
      rows.push(wholeRow(row, 'added', index, labels))
      continue
    }
    passOver(from)
    next = from + 1
    rows.push(
      isSame(was, row) ? { unchanged: 1 } : changedRow({ was, is: row, index, columns }, labels, budget),
    )
  }
  passOver(before.content.length)
  const columnNotes = notesOfColumns(columns)
  const first = rows.find((row): row is DiffRow => 'notes' in row)
  if (first) first.notes.push(...columnNotes)
  // Where only the table's own attributes could differ, show something all the same.
  else rows.push({ before: null, after: null, notes: [messages().diff.unseen], isClosed: false })
  return rows
}

/** Columns by position while their number is the same; else by their headings. */
function pairColumns(before: Table, after: Table): Column[] {
  const [was, is] = [before.content[0]?.content ?? [], after.content[0]?.content ?? []]
  if (was.length === is.length) return is.map((_, index) => ({ from: index, to: index }))
  const pairs = pairInOrder(was.map(canonicalJson), is.map(canonicalJson))
  const columns: Column[] = []
  let next = 0
  for (const [to, from] of pairs.entries()) {
    if (from !== null) {
      for (; next < from; next++) columns.push({ from: next, to: null })
      next = from + 1
    }
    columns.push({ from, to })
  }
  for (; next < was.length; next++) columns.push({ from: next, to: null })
  return columns
}

function keysOfRows(before: Table, after: Table, columns: Column[]): [string[], string[]] {
  const stayed = columns.filter((column) => column.from !== null && column.to !== null)
  const keys = (table: Table, side: 'from' | 'to') =>
    table.content.map((row) => canonicalJson(stayed.map((column) => row.content[column[side] ?? 0] ?? null)))
  return [keys(before, 'from'), keys(after, 'to')]
}

function notesOfColumns(columns: Column[]): string[] {
  const { diff: texts } = messages()
  return columns.flatMap(({ from, to }) => {
    if (from === null && to !== null) return [texts.table.columnAdded(to + 1)]
    return to === null && from !== null ? [texts.table.columnRemoved(from + 1)] : []
  })
}

function captionRow(before: Table, after: Table, budget: Budget): DiffRow[] {
  const [was, is] = [before.attrs.caption, after.attrs.caption]
  if (was === is) return []
  const sides = compareWords(tokensOfText(was ?? ''), tokensOfText(is ?? ''), budget)
  return [{ ...sides, notes: [messages().diff.table.caption], isClosed: false }]
}

function wholeRow(row: TableRow, mark: 'added' | 'removed', index: number, labels: DiffLabels): DiffRow {
  const parts = whole(tokensOfRow(row, labels), mark)
  return {
    before: mark === 'removed' ? parts : null,
    after: mark === 'added' ? parts : null,
    notes: [messages().diff.table.row(index + 1)],
    isClosed: false,
  }
}

interface Changed {
  was: TableRow
  is: TableRow
  index: number
  columns: Column[]
}

function changedRow({ was, is, index, columns }: Changed, labels: DiffLabels, budget: Budget): DiffRow {
  const { diff: texts } = messages()
  const row: DiffRow & Sides = {
    before: [],
    after: [],
    notes: [texts.table.row(index + 1)],
    isClosed: false,
  }
  let [hasBegun, hasBegunNow] = [false, false]
  for (const { from, to } of columns) {
    const [cell, now] = [cellAt(was, from), cellAt(is, to)]
    const sides = compareCells(cell, now, labels, budget)
    const [isNext, isNextNow] = [hasBegun && cell !== undefined, hasBegunNow && now !== undefined]
    // The separator between cells is on both sides, or was added or removed with its column.
    if (isNext) row.before.push({ text: betweenCells.text, mark: isNextNow ? 'same' : 'removed' })
    if (isNextNow) row.after.push({ text: betweenCells.text, mark: isNext ? 'same' : 'added' })
    row.before.push(...sides.before)
    row.after.push(...sides.after)
    row.notes.push(...sides.notes)
    hasBegun ||= cell !== undefined
    hasBegunNow ||= now !== undefined
  }
  if (columns.some(({ from, to }) => isOtherwiseHeaded(cellAt(was, from), cellAt(is, to))))
    row.notes.push(texts.table.headings)
  return row
}

const cellAt = (row: TableRow, place: number | null) => (place === null ? undefined : row.content[place])

const isOtherwiseHeaded = (was: TableCell | undefined, is: TableCell | undefined) =>
  was !== undefined && is !== undefined && was.type !== is.type

function compareCells(
  was: TableCell | undefined,
  is: TableCell | undefined,
  labels: DiffLabels,
  budget: Budget,
): Sides {
  if (was && is) return compareWords(tokensOfCell(was, labels), tokensOfCell(is, labels), budget)
  return {
    before: was ? whole(tokensOfCell(was, labels), 'removed') : [],
    after: is ? whole(tokensOfCell(is, labels), 'added') : [],
    notes: [],
  }
}
