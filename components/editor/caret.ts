import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/*
 * The browser moves the caret on keys; the editor learns of it one task later. On a slow phone the next key can come
 * earlier and would act at the old position. So the caret is read from the browser before every input.
 */

/** Internals that the view's published types leave out. */
interface Internals {
  domObserver: { flush: () => void }
  input: { lastFocus: number }
}

const deeds = ['keydown', 'beforeinput', 'compositionstart', 'mousedown', 'paste', 'cut'] as const

/** Sets the editor's selection to the browser's caret. */
function readCaret(view: EditorView): void {
  if (view.composing || !view.hasFocus()) return
  const { domObserver, input } = view as unknown as Internals
  domObserver.flush()
  // A caret that jumps to the start right after focus was moved by the browser and is put back; one moved by a key
  // stays.
  input.lastFocus = 0
}

/** Input acts where the user sees the caret. */
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
