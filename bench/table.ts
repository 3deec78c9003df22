import { missedBy, type Row } from './row'

const HEAD = ['part', 'figure', 'measured', 'baseline in this run', 'ratio', 'goal', '']

/** The rows as a table for people, in columns; notes stand below it, by number. */
export function tableOf(rows: readonly Row[]): string {
  const notes: string[] = []
  const noteOf = ({ note }: Row) => {
    if (!note) return ''
    if (!notes.includes(note)) notes.push(note)
    return ` [${notes.indexOf(note) + 1}]`
  }
  const cells = rows.map((row) => [
    row.part,
    `${row.name}${noteOf(row)}`,
    row.value === null ? '–' : `${inFigures(row.value)} ${row.unit}`,
    row.baseline ? `${inFigures(row.baseline.value)} ${row.unit} (${row.baseline.name})` : '',
    row.ratio === null ? '' : `${inFigures(row.ratio)} ×`,
    goalOf(row),
    verdictOf(row),
  ])
  const lines = [HEAD, ...cells]
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const drawn = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  drawn.splice(1, 0, widths.map((width) => '─'.repeat(width)).join('  '))
  return [...drawn, '', ...notes.map((note, at) => `[${at + 1}] ${note}`), countOf(rows)].join('\n')
}

/** Three digits are what one run can tell; large figures are whole and grouped. */
export function inFigures(figure: number): string {
  if (!Number.isFinite(figure)) return '–'
  const digits = Math.abs(figure) >= 100 ? 0 : Math.abs(figure) >= 10 ? 1 : 2
  return figure.toLocaleString('en', { maximumFractionDigits: digits })
}

function goalOf({ goal, unit }: Row): string {
  if (!goal) return ''
  const sign = goal.is === 'at least' ? '≥' : '≤'
  return `${sign} ${inFigures(goal.figure)} ${goal.of === 'ratio' ? '×' : unit}`.trimEnd()
}

function verdictOf(row: Row): string {
  if (row.met) return 'met'
  const missed = missedBy(row)
  if (missed === null) return row.goal ? 'unknown' : ''
  return Number.isFinite(missed) ? `MISSED by ${inFigures(missed * 100)} %` : 'MISSED'
}

function countOf(rows: readonly Row[]): string {
  const judged = rows.filter(({ goal }) => goal)
  const met = judged.filter((row) => row.met).length
  const unknown = judged.filter((row) => row.met === null).length
  return `\n${judged.length} goals: ${met} met, ${judged.length - met - unknown} missed, ${unknown} unknown`
}
