import { Node } from '@tiptap/core'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { isEntryRef } from '@/lib/text/limits'
import { FactListView } from './FactListView'

const numbersOf = (text: string | null) => (text ?? '').split(' ').map(Number).filter(isEntryRef)

/** Facts in an order of the page's own. */
export const FactList = Node.create({
  name: 'factList',
  atom: true,
  selectable: true,

  addAttributes: () => ({
    facts: {
      default: [],
      parseHTML: (element) => numbersOf(element.getAttribute('data-facts')),
      renderHTML: ({ facts }) => ({ 'data-facts': facts.join(' ') }),
    },
  }),

  parseHTML: () => [{ tag: 'div[data-fact-list]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-fact-list': '' }],
  addNodeView: () =>
    ReactNodeViewRenderer(FactListView, {
      // Its buttons and fields are its own business, not the editor's.
      stopEvent: ({ event }) => !event.type.startsWith('drag') && event.type !== 'drop',
    }),
})
