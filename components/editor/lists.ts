import { InputRule, wrappingInputRule } from '@tiptap/core'
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list'
import type { ResolvedPos } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { isStart } from '@/lib/content/attributes'
import { insideItem } from './inside-item'
import { Quote } from './quotes/quote-node'

/** The next number of the list above this place: directly above or separated by paragraphs only. */
function nextNumber($at: ResolvedPos): number | null {
  const parent = $at.node($at.depth - 1)
  for (let index = $at.index($at.depth - 1) - 1; index >= 0; index--) {
    const above = parent.child(index)
    if (above.type.name === 'orderedList') return above.attrs.start + above.childCount
    if (above.type.name === 'heading') return null
  }
  return null
}

/** A typed number starts a list when it is 1 or continues the list above; any other, such as a year, is text. */
const beginsList = (number: number, $at: ResolvedPos) => number === 1 || number === nextNumber($at)

/** A numbered list with its start number. */
const NumberedList = OrderedList.extend({
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: (element) => {
        const start = Number(element.getAttribute('start') ?? 1)
        return isStart(start) ? start : 1
      },
    },
  }),

  addInputRules() {
    const find = /^(\d{1,6})\.\s$/
    const wrap = wrappingInputRule({
      find,
      type: this.type,
      getAttributes: (match) => ({ start: Number(match[1]) }),
      joinPredicate: (match, above) => above.attrs.start + above.childCount === Number(match[1]),
    })
    const handler: InputRule['handler'] = (typed) =>
      beginsList(Number(typed.match[1]), typed.state.doc.resolve(typed.range.from))
        ? wrap.handler(typed)
        : null
    return [new InputRule({ find, handler })]
  },

  // The same rule for pasted lines.
  addProseMirrorPlugins() {
    return (this.parent?.() ?? []).map((plugin) => {
      const { handlePaste } = plugin.props
      return new Plugin({
        props: {
          handlePaste(view, event, slice) {
            const text = event.clipboardData?.getData('text/plain') ?? ''
            const isList = /^\s*1[.)]\s/.test(text) && holdsLists(view.state.selection.$from)
            return (isList && handlePaste?.call(plugin, view, event, slice)) || false
          },
        },
      })
    })
  },
})

const holdsLists = ($at: ResolvedPos) => {
  const list = $at.doc.type.schema.nodes.orderedList
  const index = $at.index(Math.max(0, $at.depth - 1))
  return list !== undefined && $at.node(Math.max(0, $at.depth - 1)).canReplaceWith(index, index, list)
}

/** Lists and quotes restricted to what a stored document allows: no headings, no quotes within quotes. */
export const listsAndQuote = [
  BulletList,
  NumberedList,
  ListItem.extend({ content: insideItem }),
  ListKeymap,
  Quote,
]
