import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/*
 * While a word is composed (Japanese, Korean, any word on most phones) the browser writes into the page itself, and
 * types it a second time where what it writes into is drawn anew. So nothing is added to what was composed until the
 * composition has ended; then every plugin is asked for what it would have added.
 */

/** What was changed since a composition began, while plugins had no say in it. */
interface Unseen {
  before: EditorState
  transactions: readonly Transaction[]
}

const key = new PluginKey<Unseen | null>('composition')

/** Refuses what plugins add to a change while something is composed, and asks them again afterwards. */
export function compositionPlugin(): Plugin<Unseen | null> {
  let view: EditorView | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const isComposing = () => view?.composing ?? false

  /** In a task of its own: by then the last of the composed word has been read. */
  function askAgainSoon() {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (view && !view.composing) askPlugins(view)
    })
  }

  return new Plugin<Unseen | null>({
    key,
    // What plugins add rests on a state that the view does not show yet; what somebody does rests on what it shows.
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
        // Not every browser tells of the end of a composition that another field has cut short.
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

/** Gives every plugin its say in what was changed while it had none. */
function askPlugins(view: EditorView): void {
  for (const plugin of view.state.plugins) {
    const unseen = key.getState(view.state)
    if (!unseen) return
    const added = plugin.spec.appendTransaction?.call(plugin, unseen.transactions, unseen.before, view.state)
    // Undone together with the words that it was added to.
    if (added) view.dispatch(added.setMeta('appendedTransaction', unseen.transactions.at(-1)))
  }
  view.dispatch(view.state.tr.setMeta(key, 'seen'))
}

/** Nothing changes the document while somebody composes a word in it. */
export const Composition = Extension.create({
  name: 'composition',
  addProseMirrorPlugins: () => [compositionPlugin()],
})
