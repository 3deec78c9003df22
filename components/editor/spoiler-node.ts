import { Node } from '@tiptap/core'
import { ReactNodeViewRenderer } from '@tiptap/react'
import type { Gate } from '@/lib/content/gate'
import { isEntryRef } from '@/lib/text/limits'
import { SpoilerView } from './SpoilerView'

function gateOf(text: string | null): Gate {
  try {
    const gate = JSON.parse(text ?? '')
    if (gate.kind === 'place' && isEntryRef(gate.page)) return { kind: 'place', page: gate.page }
  } catch {}
  return { kind: 'unknown' }
}

/** A passage behind a spoiler lock: closed until the reader opens it or has got as far as its season or episode. */
export const Spoiler = Node.create({
  name: 'spoiler',
  content: '(paragraph | bulletList | orderedList | blockquote)+',
  defining: true,
  isolating: true,

  addAttributes: () => ({
    gate: {
      default: { kind: 'unknown' },
      parseHTML: (element) => gateOf(element.getAttribute('data-gate')),
      renderHTML: ({ gate }) => ({ 'data-gate': JSON.stringify(gate) }),
    },
  }),

  parseHTML: () => [{ tag: 'div[data-spoiler]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-spoiler': '' }, 0],
  addNodeView: () => ReactNodeViewRenderer(SpoilerView),
})
