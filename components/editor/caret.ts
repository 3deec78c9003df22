import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/*
 * Keys that move the caret are the browser's own; the editor hears of them a task later. On a slow phone the next key is
 * there before: what it does would be done where the caret was. So the caret is read before anything that somebody does.
 */

/** What the published types of the view leave out. */
interface Internals {
  domObserver: { flush: () => void }
  input: { lastFocus: number }
}

const deeds = ['keydown', 'beforeinput', 'compositionstart', 'mousedown', 'paste', 'cut'] as const

/** Puts the editor's selection where the caret is. */
function readCaret(view: EditorView): void {
  if (view.composing || !view.hasFocus()) return
  const { domObserver, input } = view as unknown as Internals
  domObserver.flush()
  // A caret that jumps to the start right after the focus came is put back, being the browser's doing; one that a key moves there stays.
  input.lastFocus = 0
}

/** What somebody does next is done where they see the caret. */
export const Caret = Extension.create({
  name: 'caret',

  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('caret'),
      view(view) {
        const read = () => readCaret(view)
        const page = view.dom.ownerDocument
        for (const deed of deeds) page.addEventListener(deed, read, { capture: true })
        return {
          destroy: () => {
            for (const deed of deeds) page.removeEventListener(deed, read, { capture: true })
          },
        }
      },
    }),
  ],
})
