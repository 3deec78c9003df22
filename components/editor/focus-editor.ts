import type { ChainedCommands, Editor } from '@tiptap/core'

/**
 * Gives an editor the focus now, and scrolls to its cursor. The library's own `focus` command waits for the next frame:
 * what is typed before that would go to the button that was pressed, and be lost.
 */
export function focusEditor(editor: Editor): void {
  editor.view.focus()
  editor.commands.scrollIntoView()
}

/** Commands on an editor that has the focus from now on, and scrolls to its cursor. */
export function focusedChain(editor: Editor): ChainedCommands {
  editor.view.focus()
  return editor.chain().scrollIntoView()
}
