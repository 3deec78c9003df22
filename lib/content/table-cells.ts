import type { Table, TableCell } from './document'

/** The table with each of its cells replaced by what `map` gives for it. */
export const mapCells = (table: Table, map: (cell: TableCell) => TableCell): Table => ({
  ...table,
  content: table.content.map((row) => ({ ...row, content: row.content.map(map) })),
})
