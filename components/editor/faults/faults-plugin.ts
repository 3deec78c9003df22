import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Place } from '@/lib/errors/place'
import { sentenceOf } from '@/lib/messages/message'
import { blockAt, countAt } from './positions'

/** A block with a problem, marked until it is fixed. */
export interface Fault {
  pos: number
  node: Node
  place: Place
}

interface Shown {
  faults: Fault[]
  marks: DecorationSet
}

export const faultsKey = new PluginKey<Shown>('faults')

/** Marks the blocks at these places; `skipped` blocks of the content come before this editor's. */
export const withFaults = (transaction: Transaction, places: Place[], skipped: number) =>
  transaction.setMeta(faultsKey, faultsIn(transaction.doc, places, skipped))

function faultsIn(doc: Node, places: Place[], skipped: number): Fault[] {
  return places.flatMap((place) => {
    const found = blockAt(doc, place, skipped)
    return found ? [{ ...found, place }] : []
  })
}

/** Marks the problems of a refused text. A mark goes when its block is within the limit again, or has changed. */
export const faultsPlugin = (onChange: (faults: Fault[]) => void) =>
  new Plugin<Shown>({
    key: faultsKey,
    state: {
      init: () => ({ faults: [], marks: DecorationSet.empty }),
      apply(transaction, shown) {
        const given = transaction.getMeta(faultsKey) as Fault[] | undefined
        if (given) return { faults: given, marks: marksOf(transaction.doc, given) }
        if (!transaction.docChanged || shown.faults.length === 0) return shown
        const faults = shown.faults.flatMap((fault) => stillWrong(transaction, fault))
        return { faults, marks: marksOf(transaction.doc, faults) }
      },
    },
    props: { decorations: (state) => faultsKey.getState(state)?.marks },
    view: () => ({
      update(view, before) {
        const [now, then] = [faultsKey.getState(view.state), faultsKey.getState(before)]
        if (now && now.faults.length !== then?.faults.length) onChange(now.faults)
      },
    }),
  })

function stillWrong({ doc, mapping }: Transaction, { pos, node, place }: Fault): Fault[] {
  const at = mapping.mapResult(pos, 1)
  const now = at.deleted ? null : doc.nodeAt(at.pos)
  if (!now || now.type !== node.type) return []
  const { counted } = place
  const isMended = counted ? countAt(doc, at.pos, now, counted.of) <= counted.most : !now.eq(node)
  return isMended ? [] : [{ pos: at.pos, node: now, place }]
}

const marksOf = (doc: Node, faults: Fault[]) =>
  DecorationSet.create(
    doc,
    faults.flatMap(({ pos, node, place }) => [
      Decoration.node(pos, pos + node.nodeSize, { class: 'fault', 'aria-invalid': 'true' }),
      Decoration.widget(lineIn(doc, pos), () => sentenceAt(place), {
        side: -1,
        key: sentenceOf(place.message),
      }),
    ]),
  )

/** The position for a sentence about a block: before its first line, where an inline widget is allowed. */
function lineIn(doc: Node, pos: number): number {
  let at = pos
  for (let node = doc.nodeAt(pos); node && !node.isTextblock && node.firstChild; node = node.firstChild) at++
  return at
}

function sentenceAt({ message }: Place): HTMLElement {
  const element = document.createElement('span')
  element.className = 'fault-sentence'
  element.contentEditable = 'false'
  element.textContent = sentenceOf(message)
  return element
}
