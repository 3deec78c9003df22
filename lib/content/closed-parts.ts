import type { Block, LineNode } from './document'
import { type Described, type Field, fieldsOf } from './fields'
import { type Gate, type IsOpen, isNoGate } from './gate'

type Kind<C extends object> = Pick<Described<C>, 'fields'>
type Lines = Record<string, LineNode[]>
type Gates = Record<string, Gate> | undefined

/** The gates of the closed parts of a content, which are passages and values of an infobox: each once, in order. */
export function gatesWithin<C extends object>(kind: Kind<C>, content: C): Gate[] {
  const gates = new Map<string, Gate>()
  const note: IsOpen = (gate) => {
    if (!isNoGate(gate)) gates.set(JSON.stringify(gate), gate)
    return true
  }
  withoutClosed(kind, content, note)
  return [...gates.values()]
}

/** The content with nothing in the passages and in the values of its infobox that are not open; their gates stay. */
export function withoutClosed<C extends object>(kind: Kind<C>, content: C, isOpen: IsOpen): C {
  const fields = fieldsOf(kind)
  const shown = fields.map(([name, field]) => {
    const gates = fields.find(([, other]) => other.gatesOf === name)
    return [name, shownValue(field, content[name], gates && (content[gates[0]] as Gates), isOpen)]
  })
  return { ...content, ...Object.fromEntries(shown) }
}

function shownValue({ differs }: Field, value: unknown, gates: Gates, isOpen: IsOpen): unknown {
  if (differs === 'document') {
    const document = value as { content: Block[] }
    return { ...document, content: document.content.map((block) => shownBlock(block, isOpen)) }
  }
  if (differs !== 'lines' || !gates) return value
  return Object.fromEntries(
    Object.entries(value as Lines).map(([key, line]) => [key, gates[key] && !isOpen(gates[key]) ? [] : line]),
  )
}

const shownBlock = (block: Block, isOpen: IsOpen): Block =>
  block.type === 'spoiler' && !isOpen(block.attrs.gate, block.attrs.id) ? { ...block, content: [] } : block
