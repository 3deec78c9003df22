import type { Editor } from '@tiptap/core'

/** Takes the block of this kind at `position` away and leaves what it holds, where its surroundings may hold that. */
export function unwrapAt(editor: Editor, position: number): boolean {
  const block = editor.state.doc.nodeAt(position)
  const { parent, index } = (() => {
    const place = editor.state.doc.resolve(position)
    return { parent: place.parent, index: place.index() }
  })()
  if (!block || !parent.canReplace(index, index + 1, block.content)) return false
  editor.view.dispatch(editor.state.tr.replaceWith(position, position + block.nodeSize, block.content))
  editor.commands.focus()
  return true
}

/** Closes the selected passage off as a spoiler, or opens the one that the cursor is in. */
export function toggleSpoiler(editor: Editor): boolean {
  const { $from } = editor.state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type.name === 'spoiler') return unwrapAt(editor, $from.before(depth))
  }
  return editor.chain().focus().wrapIn('spoiler').run()
}
