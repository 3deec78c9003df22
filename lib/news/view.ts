import { type NewsFamily, newsFamilies } from '@/db/news/schema'
import { told } from '@/lib/events/told'
import type { Asking } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'

/** Which part of their news somebody looks at. */
export interface NewsView {
  family: NewsFamily | null
  /** The event before which the list begins; null for its beginning. */
  before: number | null
}

/** The parts that can be chosen, of those that anything is told in; what concerns one's account stands among all. */
export const newsFilters = newsFamilies.filter(
  (family): family is Exclude<NewsFamily, 'account'> =>
    family !== 'account' &&
    Object.values(told).some((tellings) => tellings.some((one) => one.family === family)),
)

/** Reads the view from an address; what it cannot mean is left out. */
export function newsViewOf(query: Asking<'of' | 'before'>): NewsView {
  return {
    family: newsFilters.find((known) => known === query.of) ?? null,
    before: numberOfAddress(query.before),
  }
}
