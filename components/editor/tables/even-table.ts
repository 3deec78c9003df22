import type { Node, Schema } from '@tiptap/pm/model'

/** A span too large for a table is read as the largest allowed one. */
const WIDEST_SPAN = 20

const spanOf = (value: unknown) => Math.min(Math.max(1, Math.trunc(Number(value)) || 1), WIDEST_SPAN)

/**
 * A table without merged cells and with rows of equal length: a merged cell keeps its text in its first place and
 * leaves empty cells of its kind in the others. Null when nothing has to change.
 */
export function evened(table: Node, schema: Schema): Node | null {
  const grid: (Node | undefined)[][] = Array.from({ length: table.childCount }, () => [])
  let isEven = true
  table.forEach((row, _offset, index) => {
    let column = 0
    row.forEach((cell) => {
      while (grid[index]?.[column]) column++
      const [wide, high] = [spanOf(cell.attrs.colspan), spanOf(cell.attrs.rowspan)]
      if (wide > 1 || high > 1) isEven = false
      fill(grid, { index, column, wide, high }, cell)
    })
  })
  const width = Math.max(1, ...grid.map((row) => row.length))
  if (isEven && grid.every((row) => row.length === width)) return null
  const rows = grid.map((row, index) => {
    const cells = Array.from({ length: width }, (_, column) => row[column] ?? emptyCell(schema, 'tableCell'))
    return schema.nodes.tableRow?.create(table.child(index).attrs, cells) as Node
  })
  return table.type.create(table.attrs, rows)
}

interface Place {
  index: number
  column: number
  wide: number
  high: number
}

function fill(grid: (Node | undefined)[][], { index, column, wide, high }: Place, cell: Node): void {
  for (const [down, row] of grid.slice(index, index + high).entries()) {
    for (let right = 0; right < wide; right++) {
      const isFirst = down === 0 && right === 0
      row[column + right] ??= isFirst
        ? cell.type.create({ ...cell.attrs, colspan: 1, rowspan: 1 }, cell.content)
        : emptyCell(cell.type.schema, cell.type.name)
    }
  }
}

const emptyCell = (schema: Schema, type: string): Node => schema.nodes[type]?.createAndFill() as Node
