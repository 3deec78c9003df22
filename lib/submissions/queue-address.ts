import { numberOfAddress } from '@/lib/entries/addresses'
import type { Asking } from '@/lib/input/address'

/** Which part of the queue somebody looks at. */
export interface QueueView {
  of: QueueFilter | null
  /** The submission after which the list begins; null for its beginning. */
  after: number | null
}

export const queueFilters = ['fact', 'page', 'source'] as const
export type QueueFilter = (typeof queueFilters)[number]

/** Reads the view from an address; what it cannot mean is left out. */
export function queueViewOf(query: Asking<'of' | 'after'>): QueueView {
  return {
    of: queueFilters.find((known) => known === query.of) ?? null,
    after: numberOfAddress(query.after),
  }
}

/** The address of the queue, or of one case in it, that keeps the view. `decided` is the case one comes from. */
export function reviewPath(
  view: QueueView,
  { id = null, decided = null }: { id?: number | null; decided?: number | null } = {},
): string {
  const query = Object.entries({ of: view.of, after: view.after, decided }).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${value}`],
  )
  const path = id === null ? '/review' : `/review/${id}`
  return query.length > 0 ? `${path}?${query.join('&')}` : path
}
