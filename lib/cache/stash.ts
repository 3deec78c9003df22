/**
 * Where parts of a page wait between the two halves of a render. Components run in one module world and the HTML is
 * made in another; React sends what passes between them to the browser as well. What is stashed here is not sent.
 */
interface Responses {
  getStore(): object | undefined
}
const shared = globalThis as typeof globalThis & {
  /** The record of the current page; see `dependencies.ts`, which browsers cannot load. */
  __loreleafResponse?: Responses
  __loreleafStash?: WeakMap<object, unknown[]>
}

/** Stashes a part of the current page and gives its place; null where no shared page is being rendered. */
export function stash(part: unknown): number | null {
  const record = shared.__loreleafResponse?.getStore()
  if (!record) return null
  shared.__loreleafStash ??= new WeakMap()
  const parts = shared.__loreleafStash.get(record) ?? []
  shared.__loreleafStash.set(record, parts)
  return parts.push(part) - 1
}

/** The part that was stashed at this place. Throws when there is none: the page would lack it. */
export function stashed(place: number): unknown {
  const record = shared.__loreleafResponse?.getStore()
  const parts = record && shared.__loreleafStash?.get(record)
  if (!parts || place >= parts.length) throw new Error('nothing was stashed')
  return parts[place]
}
