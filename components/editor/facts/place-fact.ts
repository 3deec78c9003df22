import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'

/** Where facts can stand in a text: below a heading, or before the first one. */
export interface PlaceOfFacts {
  /** The words of the heading; null before the first. */
  heading: string | null
  /** The position of its last list of facts; null where it has none. */
  list: number | null
  /** Where it ends: a new list goes there. */
  end: number
}

/** The places of a text, in order; what stands before the first heading only where something does. */
export function placesIn(doc: Node): PlaceOfFacts[] {
  const places: PlaceOfFacts[] = [{ heading: null, list: null, end: 0 }]
  doc.forEach((node, at) => {
    if (node.type.name === 'heading') places.push({ heading: node.textContent, list: null, end: 0 })
    const place = places.at(-1)
    if (!place) return
    if (node.type.name === 'factList') place.list = at
    // The paragraph that an editor keeps at the end is no part of a text.
    const isEmptyEnd = at + node.nodeSize === doc.content.size && node.content.size === 0 && !node.isAtom
    if (!isEmptyEnd || place.end === 0) place.end = at + (isEmptyEnd ? 0 : node.nodeSize)
  })
  return places.filter(({ heading, end }) => heading !== null || end > 0)
}

/** The facts of the list at this position. */
const factsAt = (doc: Node, list: number): number[] => doc.nodeAt(list)?.attrs.facts ?? []

/** Takes a fact out of every list of a text. */
function takenOut(tr: Transaction, fact: number): Transaction {
  tr.doc.forEach((node, at) => {
    if (node.type.name === 'factList' && node.attrs.facts.includes(fact))
      tr.setNodeAttribute(
        at,
        'facts',
        node.attrs.facts.filter((one: number) => one !== fact),
      )
  })
  return tr
}

/** Puts a fact into the list at this position, before the fact `before`, or at its end; it leaves its other lists. */
export function putIntoList(tr: Transaction, fact: number, list: number, before: number | null): Transaction {
  if (fact === before) return tr
  const others = factsAt(takenOut(tr, fact).doc, list)
  const at = before === null ? -1 : others.indexOf(before)
  const facts = at < 0 ? [...others, fact] : [...others.slice(0, at), fact, ...others.slice(at)]
  return tr.setNodeAttribute(list, 'facts', facts)
}

/** Puts a fact at the end of a place: into its last list, or a new one. */
export function putUnder(tr: Transaction, fact: number, { list, end }: PlaceOfFacts): Transaction {
  if (list !== null) return putIntoList(tr, fact, list, null)
  const type = tr.doc.type.schema.nodes.factList
  return type ? takenOut(tr, fact).insert(end, type.create({ facts: [fact] })) : tr
}
