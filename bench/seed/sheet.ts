import type { Target } from '@/db/backup/empty-database'

/** Rows of one table on their way into it, a bounded number at a time. */
export interface Sheet<Row> {
  name: string
  add: (row: Row) => void
  /** Gives the table what has been collected since the last time, once it is so many characters. */
  flush: (target: Target, least: number) => Promise<void>
  /** How many rows there were so far. */
  readonly count: number
}

/** A sheet of `Row`, the rows of a table as it is read, for the columns that are given; the others get their defaults. */
export const sheetOf =
  <Row extends object>() =>
  <Column extends keyof Row & string>(name: string, columns: readonly Column[]): Sheet<Pick<Row, Column>> => {
    let lines: string[] = []
    let length = 0
    let count = 0
    const table = { name, columns: columns.map(snake), order: [] }
    return {
      name,
      get count() {
        return count
      },
      add(row) {
        const line = `${columns.map((column) => cell(row[column])).join('\t')}\n`
        lines.push(line)
        length += line.length
        count++
      },
      async flush(target, least) {
        if (lines.length === 0 || length < least) return
        const rows = Buffer.from(lines.join(''))
        lines = []
        length = 0
        await target.fill(table, once(rows))
      },
    }
  }

async function* once(rows: Buffer): AsyncGenerator<Buffer> {
  yield rows
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** A value in PostgreSQL's text format for COPY. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return escaped(`{${value.map((one) => JSON.stringify(one)).join(',')}}`)
  return escaped(typeof value === 'object' ? JSON.stringify(value) : String(value))
}

const NEEDS = /[\\\t\n\r]/g
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

const escaped = (text: string) => text.replace(NEEDS, (one) => ESCAPES[one] ?? one)
