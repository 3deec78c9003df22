import type { Asking } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'

/** Which of their submissions somebody looks at. */
export interface OwnView {
  state: OwnFilter | null
  /** The submission before which the list begins; null for its beginning. */
  before: number | null
}

export const ownFilters = [
  'changes_requested',
  'waiting',
  'accepted',
  'declined',
  'withdrawn',
  'overtaken',
] as const
export type OwnFilter = (typeof ownFilters)[number]

/** Reads the view from an address; what it cannot mean is left out. */
export function ownViewOf(query: Asking<'state' | 'before'>): OwnView {
  return {
    state: ownFilters.find((known) => known === query.state) ?? null,
    before: numberOfAddress(query.before),
  }
}
