import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/*
 * During IME composition (Japanese, Korean, most phone keyboards) the browser writes into the DOM itself, and writes a
 * word twice when that DOM is redrawn. So plugins add nothing until the composition has ended; then each is asked
 * again.
 */

/** The changes since a composition began, which plugins have not seen. */
interface Unseen {
  before: EditorState
  transactions: readonly Transaction[]
}

const key = new PluginKey<Unseen | null>('composition')

/** Rejects what plugins add during a composition, and asks them again afterwards. */
export function compositionPlugin(): Plugin<Unseen | null> {
  let view: EditorView | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const isComposing = () => view?.composing ?? false

  /** In a task of its own: by then the end of the composed word has been read. */
  function askAgainSoon() {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (view && !view.composing) askPlugins(view)
    })
  }

  return new Plugin<Unseen | null>({
    key,
    // Plugins compute on a state that the view does not show yet, user input on the state that it shows.
    filterTransaction: (_transaction, state) => !isComposing() || state === view?.state,
    state: {
      init: () => null,
      apply(transaction, unseen, before) {
        if (transaction.getMeta(key)) return null
        if (unseen) return { ...unseen, transactions: [...unseen.transactions, transaction] }
        return isComposing() && transaction.docChanged ? { before, transactions: [transaction] } : null
      },
    },
    props: {
      handleDOMEvents: {
        compositionend: askAgainSoon,
        // Not every browser reports the end of a composition that was cut short by moving to another field.
        blur: (now) => {
          if (now.composing) setTimeout(() => endWithoutFocus(now))
        },
      },
    },
    view(created) {
      view = created
      return {
        update: (now) => {
          if (!now.composing && key.getState(now.state)) askAgainSoon()
        },
        destroy: () => {
          clearTimeout(timer)
          view = null
        },
      }
    },
  })
}

function endWithoutFocus(view: EditorView): void {
  if (view.composing && !view.hasFocus()) view.dispatchEvent(new CompositionEvent('compositionend'))
}

/** Runs every plugin on the changes that it has missed. */
function askPlugins(view: EditorView): void {
  for (const plugin of view.state.plugins) {
    const unseen = key.getState(view.state)
    if (!unseen) return
    const added = plugin.spec.appendTransaction?.call(plugin, unseen.transactions, unseen.before, view.state)
    // Undone in one step with the words that it was added to.
    if (added) view.dispatch(added.setMeta('appendedTransaction', unseen.transactions.at(-1)))
  }
  view.dispatch(view.state.tr.setMeta(key, 'seen'))
}

/** Keeps the document unchanged by plugins while a word is being composed. */
export const Composition = Extension.create({
  name: 'composition',
  addProseMirrorPlugins: () => [compositionPlugin()],
})
