import { Node } from '@tiptap/core'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { isEntryRef } from '@/lib/text/limits'
import { DRAGGED_FACT, FactListView } from './FactListView'

const numbersOf = (text: string | null) => (text ?? '').split(' ').map(Number).filter(isEntryRef)

const isDrag = (event: Event): event is DragEvent => event.type.startsWith('drag') || event.type === 'drop'

const isOfFact = ({ dataTransfer, target }: DragEvent) =>
  dataTransfer?.types.includes(DRAGGED_FACT) || (target instanceof Element && target.closest('li') !== null)

/** A list of facts in an order that the page chooses. */
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
      // The editor ignores events in its buttons and fields, and a fact that is dragged.
      stopEvent: ({ event }) => !isDrag(event) || isOfFact(event),
    }),
})
