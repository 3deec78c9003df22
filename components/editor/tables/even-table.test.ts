import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { bodyExtensions } from '@/components/editor/extensions'
import { evened } from './even-table'
import { evenTablesPlugin } from './table-nodes'

const schema = getSchema(bodyExtensions({ placeholder: '' }))
const cell = (text: string, colspan = 1, rowspan = 1, type = 'tableCell') =>
  schema.node(type, { colspan, rowspan }, [schema.node('paragraph', null, text ? schema.text(text) : [])])
const table = (...rows: Node[][]) =>
  schema.node(
    'table',
    null,
    rows.map((cells) => schema.node('tableRow', null, cells)),
  )
const words = (node: Node | null) =>
  node?.content.content.map((row) => row.content.content.map((one) => one.textContent).join('|'))

describe('a table that was pasted', () => {
  test('and is even stays as it is', () => {
    expect(evened(table([cell('a'), cell('b')], [cell('c'), cell('d')]), schema)).toBeNull()
  })

  test('with a cell over two columns keeps its columns apart', () => {
    expect(
      words(evened(table([cell('wide', 2), cell('c')], [cell('1'), cell('2'), cell('3')]), schema)),
    ).toEqual(['wide||c', '1|2|3'])
  })

  test('with a cell over two rows keeps its rows apart', () => {
    expect(
      words(evened(table([cell('2014', 1, 2), cell('b')], [cell('c')], [cell('2015'), cell('d')]), schema)),
    ).toEqual(['2014|b', '|c', '2015|d'])
  })

  test('with ragged rows gets the cells that are missing', () => {
    expect(words(evened(table([cell('a')], [cell('b'), cell('c'), cell('d')]), schema))).toEqual([
      'a||',
      'b|c|d',
    ])
  })

  test('without any cell gets one', () => {
    expect(words(evened(table([]), schema))).toEqual([''])
  })

  test('with spans beyond every table is bounded', () => {
    const even = evened(table([cell('a', 1e9, 1e9)], [cell('b', -5, Number.NaN)]), schema)
    expect(even?.firstChild?.childCount).toBe(21)
    expect(words(even)?.[1]?.endsWith('b')).toBe(true)
  })

  test('is evened by the editor itself, whatever else is in the document', () => {
    const plugin = evenTablesPlugin()
    const state = EditorState.create({
      doc: schema.node('doc', null, [schema.node('paragraph')]),
      plugins: [plugin],
    })
    const { doc } = state.apply(
      state.tr.insert(0, [table([cell('a', 3)], [cell('b')]), table([cell('c', 2)]), table([cell('d')])]),
    )
    expect(doc.content.content.slice(0, 3).map(words)).toEqual([['a||', 'b||'], ['c|'], ['d']])
  })
})
