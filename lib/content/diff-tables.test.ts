import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pageKind } from '@/lib/kinds/page'
import { noLabels, page, pages, table } from '@/lib/kinds/samples'
import { diffContents } from './diff'
import type { DiffRow } from './diff-rows'
import { diffTables } from './diff-tables'
import { newBudget } from './diff-words'
import type { Table } from './document'

const cast = table(
  'a',
  ['Actor', 'Part'],
  ['Kit Connor', 'Nick'],
  ['Joe Locke', 'Charly'],
  ['Yasmin Finney', 'Elle'],
)

/** What is said of each row: words that went in [], words that came in {}. */
function told(before: Table, after: Table): string[] {
  const diff = diffContents(pageKind, page({ body: [before] }), page({ body: [after] }), noLabels)
  return (diff.fields[0]?.rows ?? []).map((row) => {
    if ('unchanged' in row) return `${row.unchanged} same`
    const side = (parts: DiffRow['before']) =>
      parts?.map(({ text, mark }) =>
        mark === 'removed' ? `[${text}]` : mark === 'added' ? `{${text}}` : text,
      )
    return [side(row.before)?.join('') ?? '-', side(row.after)?.join('') ?? '-', ...row.notes].join(' / ')
  })
}

const withRows = (change: (rows: Table['content']) => Table['content'], of = cast): Table => ({
  ...of,
  content: change(of.content),
})

describe('two states of a table', () => {
  test('differ cell by cell', () => {
    const after = table(
      'a',
      ['Actor', 'Part'],
      ['Kit Connor', 'Nick'],
      ['Joe Locke', 'Charlie'],
      ['Yasmin Finney', 'Elle'],
    )
    expect(told(cast, after)).toEqual([
      '2 same',
      'Joe Locke │ [Charly] / Joe Locke │ {Charlie} / row 3',
      '1 same',
    ])
  })

  test('show rows that came and went whole', () => {
    const after = table(
      'a',
      ['Actor', 'Part'],
      ['Joe Locke', 'Charly'],
      ['Yasmin Finney', 'Elle'],
      ['William Gao', 'Tao'],
    )
    expect(told(cast, after)).toEqual([
      '1 same',
      '[Kit Connor │ Nick] / - / row 2',
      '2 same',
      '- / {William Gao │ Tao} / row 4',
    ])
  })

  test('a new column is new in every row, and the rows are still known', () => {
    const after = table(
      'a',
      ['Actor', 'Age', 'Part'],
      ['Kit Connor', '18', 'Nick'],
      ['Joe Locke', '19', 'Charly'],
      ['Yasmin Finney', '', 'Elle'],
    )
    expect(told(cast, after)).toEqual([
      'Actor │ Part / Actor{ │ }{Age} │ Part / row 1 / column 2 is new',
      'Kit Connor │ Nick / Kit Connor{ │ }{18} │ Nick / row 2',
      'Joe Locke │ Charly / Joe Locke{ │ }{19} │ Charly / row 3',
      'Yasmin Finney │ Elle / Yasmin Finney{ │ } │ Elle / row 4',
    ])
    expect(told(after, cast)[0]).toBe(
      'Actor[ │ ][Age] │ Part / Actor │ Part / row 1 / column 2 was taken out',
    )
  })

  test('cells that became headings and a caption are told', () => {
    const plain = withRows((rows) =>
      rows.map((row) => ({
        ...row,
        content: row.content.map((cell) => ({ ...cell, type: 'tableCell' as const })),
      })),
    )
    expect(told(plain, { ...cast, attrs: { id: 'a', caption: 'The cast' } })).toEqual([
      ' / {The cast} / the title of the table',
      'Actor │ Part / Actor │ Part / row 1 / cells became headings, or ceased to be',
      '3 same',
    ])
  })

  test('what differs is always seen, and everything that is there is on its side', () => {
    fc.assert(
      fc.property(pages, pages, (before, after) => {
        const diff = diffContents(pageKind, before, after, noLabels)
        const isSame = JSON.stringify(before) === JSON.stringify(after)
        expect(diff.fields.length > 0).toBe(!isSame)
      }),
    )
  })

  test('two tables of 200 rows with nothing in common take little of what comparing may cost', () => {
    const big = (word: string) =>
      table(
        'a',
        Array(20).fill('head'),
        ...Array.from({ length: 199 }, (_, n) => Array(20).fill(`${word} ${n}`)),
      )
    const budget = newBudget()
    const most = budget.left
    expect(diffTables(big('leaf'), big('tree'), noLabels, budget)).toHaveLength(200)
    expect(most - budget.left).toBeLessThan(most / 20)
  })
})
