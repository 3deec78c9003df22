import { Node } from '@tiptap/core'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { imagePlaces } from '@/lib/content/image-places'
import { isEntryRef } from '@/lib/text/limits'
import { ImageView } from './ImageView'

const fileOf = (text: string | null) => (isEntryRef(Number(text)) ? Number(text) : null)
const placeOf = (text: string | null) => imagePlaces.find((place) => place === text) ?? imagePlaces[0]

/** A picture between the paragraphs, with its caption. */
export const ImageBlock = Node.create({
  name: 'image',
  content: 'inline*',
  isolating: true,
  defining: true,
  selectable: true,

  addAttributes: () => ({
    file: {
      default: null,
      parseHTML: (element) => fileOf(element.getAttribute('data-file')),
      renderHTML: ({ file }) => ({ 'data-file': file }),
    },
    place: {
      default: imagePlaces[0],
      parseHTML: (element) => placeOf(element.getAttribute('data-place')),
      renderHTML: ({ place }) => ({ 'data-place': place }),
    },
  }),

  parseHTML: () => [
    {
      tag: 'figure[data-file]',
      contentElement: 'figcaption',
      getAttrs: (element) => (fileOf(element.getAttribute('data-file')) === null ? false : null),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes, ['figcaption', 0]],
  addNodeView: () =>
    ReactNodeViewRenderer(ImageView, {
      // The editor ignores events in its buttons and fields; those in the caption are its own.
      stopEvent: ({ event }) =>
        event.target instanceof Element && event.target.closest('.image-acts') !== null,
    }),

  addKeyboardShortcuts() {
    return {
      // A caption has no second half: Enter goes on below the picture.
      Enter: ({ editor }) => {
        const { $from } = editor.state.selection
        if ($from.parent.type.name !== this.name) return false
        const after = $from.after()
        return editor
          .chain()
          .insertContentAt(after, { type: 'paragraph' })
          .setTextSelection(after + 1)
          .run()
      },
    }
  },
})
