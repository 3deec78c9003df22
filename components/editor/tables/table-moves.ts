import type { Editor } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import { nextCell, selectionCell } from '@tiptap/pm/tables'
import { focusedChain } from '@/components/editor/focus-editor'

/** Moves the cursor behind its table; false outside of one. */
export function leaveTable(editor: Editor): boolean {
  const { $from } = editor.state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type.name !== 'table') continue
    return editor.commands.command(({ tr }) => {
      tr.setSelection(Selection.near(tr.doc.resolve($from.after(depth)), 1)).scrollIntoView()
      return true
    })
  }
  return false
}

const ways = {
  addRowAfter: ['vert', 1],
  addRowBefore: ['vert', -1],
  addColumnAfter: ['horiz', 1],
  addColumnBefore: ['horiz', -1],
} as const

/** Adds a row or column next to the cursor's cell and moves there, to the first cell of a new row. */
export function addAndGo(editor: Editor, add: keyof typeof ways): boolean {
  if (!focusedChain(editor)[add]().run()) return false
  const [axis, step] = ways[add]
  return editor.commands.command(({ state, tr }) => {
    const next = nextCell(selectionCell(state), axis, step)
    if (next) tr.setSelection(Selection.near(state.doc.resolve(axis === 'vert' ? next.start() : next.pos), 1))
    return true
  })
}
