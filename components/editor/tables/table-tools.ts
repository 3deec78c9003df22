import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { focusedChain } from '@/components/editor/focus-editor'
import type { Tool } from '@/components/editor/tools'
import { MOST_COLUMNS, MOST_ROWS } from '@/lib/content/table'
import { addAndGo } from './table-moves'

/** The table that the cursor is in. */
function tableAt({ state }: Editor): Node | null {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--)
    if ($from.node(depth).type.name === 'table') return $from.node(depth)
  return null
}

const rowsOf = (editor: Editor) => tableAt(editor)?.childCount ?? 0
const columnsOf = (editor: Editor) => tableAt(editor)?.firstChild?.childCount ?? 0

const act = (key: 'deleteRow' | 'deleteColumn', isPossible: (editor: Editor) => boolean): Tool => ({
  key,
  name: `tables.${key}`,
  isPossible,
  run: (editor) => focusedChain(editor)[key]().run(),
})

const add = (
  key: 'addRowBefore' | 'addRowAfter' | 'addColumnBefore' | 'addColumnAfter',
  isPossible: (editor: Editor) => boolean,
): Tool => ({ key, name: `tables.${key}`, isPossible, run: (editor) => addAndGo(editor, key) })

const isHeading = (cell: Node | null | undefined) => cell?.type.name === 'tableHeader'

/** The tools for the table that the cursor is in. */
export const tableTools: Tool[] = [
  add('addRowAfter', (editor) => rowsOf(editor) < MOST_ROWS),
  add('addRowBefore', (editor) => rowsOf(editor) < MOST_ROWS),
  add('addColumnAfter', (editor) => columnsOf(editor) < MOST_COLUMNS),
  add('addColumnBefore', (editor) => columnsOf(editor) < MOST_COLUMNS),
  {
    key: 'headerRow',
    name: 'tables.headerRow',
    isActive: (editor) => {
      const row = tableAt(editor)?.firstChild
      return row ? row.content.content.every(isHeading) : false
    },
    run: (editor) => focusedChain(editor).toggleHeaderRow().run(),
  },
  {
    key: 'headerColumn',
    name: 'tables.headerColumn',
    isActive: (editor) => tableAt(editor)?.content.content.every((row) => isHeading(row.firstChild)) ?? false,
    run: (editor) => focusedChain(editor).toggleHeaderColumn().run(),
  },
  act('deleteRow', (editor) => rowsOf(editor) > 1),
  act('deleteColumn', (editor) => columnsOf(editor) > 1),
  {
    key: 'deleteTable',
    name: 'tables.deleteTable',
    run: (editor) => focusedChain(editor).deleteTable().run(),
  },
]
