import type { Bodies, Coding } from './rendered'

/** Among codings that are equally preferred, the one that makes pages smallest comes first. */
const BEST_FIRST = ['br', 'gzip', 'identity'] as const

/** Browsers send only a few different values. When there are more, all are dropped at once. */
const MOST_REMEMBERED = 200
const remembered = new Map<string, readonly Coding[]>()

/**
 * The coding to send, by the request's `Accept-Encoding` (RFC 9110 §12.5.3). A request that refuses
 * every coding gets the bytes uncoded.
 */
export function chosenCoding(acceptEncoding: string | undefined, bodies: Bodies): Coding {
  if (!acceptEncoding) return 'identity'
  let order = remembered.get(acceptEncoding)
  if (!order) {
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    order = preferred(acceptEncoding)
    remembered.set(acceptEncoding, order)
  }
  return order.find((coding) => bodies[coding]) ?? 'identity'
}

function preferred(header: string): readonly Coding[] {
  const weights = new Map<string, number>()
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim())
    const weight = parameters.find((parameter) => parameter.startsWith('q='))
    if (name) weights.set(name === 'x-gzip' ? 'gzip' : name, weight ? Number(weight.slice(2)) || 0 : 1)
  }
  const weightOf = (coding: Coding) =>
    weights.get(coding) ?? weights.get('*') ?? (coding === 'identity' ? 0.001 : 0)
  return BEST_FIRST.filter((coding) => weightOf(coding) > 0).sort((a, b) => weightOf(b) - weightOf(a))
}
