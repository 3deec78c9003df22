import { Extension } from '@tiptap/core'
import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'

/** Text pasted into a single line: the text of all blocks, joined by spaces. */
export function flattenPasted(slice: Slice, schema: Schema): Slice {
  const line: Node[] = []
  slice.content.descendants((node) => {
    if (node.isTextblock && line.length > 0) line.push(schema.text(' '))
    if (!node.isInline) return true
    line.push(node)
    return false
  })
  return new Slice(Fragment.fromArray(line), 0, 0)
}

const swallow = () => true

/** Enter adds no second paragraph, and pasted paragraphs become one line. */
export const OneLine = Extension.create({
  name: 'oneLine',
  priority: 50,

  addKeyboardShortcuts: () => ({ Enter: swallow, 'Shift-Enter': swallow }),

  addProseMirrorPlugins() {
    const { schema } = this.editor
    return [
      new Plugin({
        key: new PluginKey('oneLine'),
        props: { transformPasted: (slice) => flattenPasted(slice, schema) },
      }),
    ]
  },
})
