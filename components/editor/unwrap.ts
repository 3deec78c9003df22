import type { Editor } from '@tiptap/core'
import { focusEditor, focusedChain } from './focus-editor'

/** Replaces the block of this kind at `position` with its content, where the parent allows that. */
export function unwrapAt(editor: Editor, position: number): boolean {
  const block = editor.state.doc.nodeAt(position)
  const { parent, index } = (() => {
    const place = editor.state.doc.resolve(position)
    return { parent: place.parent, index: place.index() }
  })()
  if (!block || !parent.canReplace(index, index + 1, block.content)) return false
  editor.view.dispatch(editor.state.tr.replaceWith(position, position + block.nodeSize, block.content))
  focusEditor(editor)
  return true
}

/** Puts the selection behind a spoiler lock, or removes the lock around the cursor. */
export function toggleSpoiler(editor: Editor): boolean {
  const { $from } = editor.state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type.name === 'spoiler') return unwrapAt(editor, $from.before(depth))
  }
  return focusedChain(editor).wrapIn('spoiler').run()
}
