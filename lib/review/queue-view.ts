import type { Asking } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { type ContentKind, contentKinds } from '@/lib/kinds/registry'

/** Which part of the queue somebody looks at. */
export interface QueueView {
  of: QueueFilter | null
  /** The submission after which the list begins; null for its beginning. */
  after: number | null
}

export const queueFilters = contentKinds.toSorted()
export type QueueFilter = ContentKind

/** Reads the view from an address; what it cannot mean is left out. */
export function queueViewOf(query: Asking<'of' | 'after'>): QueueView {
  return {
    of: queueFilters.find((known) => known === query.of) ?? null,
    after: numberOfAddress(query.after),
  }
}
