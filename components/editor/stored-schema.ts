import { type AnyExtension, Mark, Node } from '@tiptap/core'
import { attributes } from '@/lib/content/attributes'

/** Cell attributes that the table commands need while they run; every change resets them (./tables). */
export const whileEditing: Record<string, Record<string, unknown>> = {
  tableCell: { colspan: 1, rowspan: 1, colwidth: null },
  tableHeader: { colspan: 1, rowspan: 1, colwidth: null },
}

/** The attributes of a node or mark in the editor, each with its default. */
export const attributesInEditor = (type: string): Record<string, unknown> => ({
  ...attributes[type as keyof typeof attributes],
  ...whileEditing[type],
})

/**
 * The same node or mark with exactly the stored attributes and their defaults, so that what a library adds (a link's
 * target, a list's letters) is never lost on saving. `id` is added to all blocks together (./block-ids).
 */
export function asStored<E extends AnyExtension>(extension: E): E {
  if (!(extension instanceof Node || extension instanceof Mark)) return extension
  const known = attributesInEditor(extension.name)
  return (extension as Node).extend({
    addAttributes() {
      const own: Record<string, object> = this.parent?.() ?? {}
      const names = Object.keys(known).filter((name) => name !== 'id')
      return Object.fromEntries(names.map((name) => [name, { ...own[name], default: known[name] }]))
    },
  }) as unknown as E
}
