import { Extension } from '@tiptap/core'
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { attributes } from '@/lib/content/attributes'
import { BLOCK_ID } from '@/lib/text/limits'

/** The block types that carry an id at the top level of a document. */
const kinds = Object.entries(attributes).flatMap(([type, known]) => ('id' in known ? type : []))

const letters = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A new id of 12 letters and digits. */
export function newBlockId(): string {
  return Array.from(
    crypto.getRandomValues(new Uint8Array(12)),
    (byte) => letters[byte % letters.length],
  ).join('')
}

function idsOf(document: Node): Set<string> {
  const ids = new Set<string>()
  document.forEach((block) => {
    if (block.attrs.id) ids.add(block.attrs.id)
  })
  return ids
}

/** The first id inside a wrapper: a wrapped block keeps its id. */
function inheritedId(block: Node, taken: Set<string>): string | null {
  let found: string | null = null
  block.descendants((inner) => {
    if (!found && inner.attrs.id && !taken.has(inner.attrs.id)) found = inner.attrs.id
    return !found
  })
  return found
}

/** Gives every top-level block a unique id and removes ids from nested ones; null when nothing has to change. */
function settleIds(document: Node, transaction: Transaction): Transaction | null {
  const taken = idsOf(document)
  const seen = new Set<string>()
  document.forEach((block, position) => {
    let { id } = block.attrs
    if (!id || seen.has(id)) {
      id = inheritedId(block, taken) ?? newBlockId()
      taken.add(id)
      transaction.setNodeAttribute(position, 'id', id)
    }
    seen.add(id)
    block.descendants((inner, offset) => {
      if (inner.attrs.id) transaction.setNodeAttribute(position + 1 + offset, 'id', null)
      return !inner.isTextblock
    })
  })
  return transaction.docChanged ? transaction : null
}

/** Pasted blocks keep their ids only while no block here has them, so a block that was cut and moved keeps its id. */
function withoutTakenIds(slice: Slice, document: Node): Slice {
  const taken = idsOf(document)
  const blocks: Node[] = []
  slice.content.forEach((block) => {
    const isTaken = block.attrs.id && taken.has(block.attrs.id)
    blocks.push(isTaken ? block.type.create({ ...block.attrs, id: null }, block.content, block.marks) : block)
  })
  return new Slice(Fragment.fromArray(blocks), slice.openStart, slice.openEnd)
}

/** Checks the ids after every change of the document and before every paste. */
export const blockIdsPlugin = () =>
  new Plugin({
    key: new PluginKey('blockIds'),
    appendTransaction: (transactions, _before, state) =>
      transactions.some((transaction) => transaction.docChanged) ? settleIds(state.doc, state.tr) : null,
    props: { transformPasted: (slice, view) => withoutTakenIds(slice, view.state.doc) },
  })

/** Blocks are merged by id: an id survives splitting, joining, wrapping and moving, and is never used twice. */
export const BlockIds = Extension.create({
  name: 'blockIds',

  addGlobalAttributes: () => [
    {
      types: kinds,
      attributes: {
        id: {
          default: null,
          keepOnSplit: false,
          parseHTML: (element) => BLOCK_ID.exec(element.getAttribute('data-block') ?? '')?.[0] ?? null,
          renderHTML: ({ id }) => (id ? { 'data-block': id } : {}),
        },
      },
    },
  ],

  addProseMirrorPlugins: () => [blockIdsPlugin()],
})
