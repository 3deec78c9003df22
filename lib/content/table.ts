import { z } from 'zod'
import { issueText } from '@/lib/messages/message'
import { line } from '@/lib/text/plain'

/** The largest table: what readers can follow, and what can be compared quickly. */
export const MOST_COLUMNS = 20
export const MOST_ROWS = 200
/** Paragraphs in one cell. */
const MOST_IN_CELL = 10

interface Row {
  content: readonly unknown[]
}

/**
 * The schema of a table whose cells hold paragraphs of this schema: rows of equally many cells, none of them merged
 * (every cell belongs to one row and one column, which screen readers, diffs and merges rely on), headings where a cell
 * says so. Cells hold paragraphs only.
 */
export function tableSchemaOf<P extends z.core.$ZodTypeDiscriminable, I extends z.ZodType>(
  paragraph: P,
  id: I,
) {
  const held = z.discriminatedUnion('type', [paragraph], issueText('errors.content.cellHolds'))
  const cell = z.strictObject({
    type: z.enum(['tableCell', 'tableHeader']),
    content: z.array(held).min(1).max(MOST_IN_CELL),
  })
  const row = z.strictObject({
    type: z.literal('tableRow'),
    content: z.array(cell).min(1).max(MOST_COLUMNS),
  })
  return z.strictObject({
    type: z.literal('table'),
    attrs: z.strictObject({ id, caption: line(200).nullable().default(null) }),
    content: z.array(row).min(1).max(MOST_ROWS).refine(isEven, issueText('errors.content.tableUneven')),
  })
}

const isEven = (rows: readonly Row[]) => rows.every((row) => row.content.length === rows[0]?.content.length)

/** Whether a heading cell is for its column or its row; null for a cell that is no heading. */
export function scopeOf(row: { content: readonly { type: string }[] }, column: number): 'col' | 'row' | null {
  if (row.content[column]?.type !== 'tableHeader') return null
  const standsAlone = column === 0 && row.content.some((cell) => cell.type !== 'tableHeader')
  return standsAlone && row.content[1]?.type !== 'tableHeader' ? 'row' : 'col'
}
