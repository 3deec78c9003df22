import { Node } from '@tiptap/core'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { isEntryRef } from '@/lib/text/limits'
import { LineImageView } from './LineImageView'

const fileOf = (text: string | null) => (isEntryRef(Number(text)) ? Number(text) : null)

/** A picture among the words of a line. */
export const LineImage = Node.create({
  name: 'image',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,

  addAttributes: () => ({
    file: {
      default: null,
      parseHTML: (element) => fileOf(element.getAttribute('data-line-image')),
      renderHTML: ({ file }) => ({ 'data-line-image': file }),
    },
  }),

  parseHTML: () => [
    {
      tag: 'span[data-line-image]',
      getAttrs: (element) => (fileOf(element.getAttribute('data-line-image')) === null ? false : null),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes],
  addNodeView: () => ReactNodeViewRenderer(LineImageView, { as: 'span' }),
})
