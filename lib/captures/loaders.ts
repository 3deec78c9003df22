import { type AddressRow, findAddressesOf } from '@/db/captures/captured'
import { countPassagesOf } from '@/db/captures/counted'
import { reads } from '@/db/postgres/client'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import type { Citation } from '@/lib/content/citation'
import { loadOpenings } from '@/lib/places/loaders'
import { findPassages, type Passage } from './passages'

/** What is known of the words of citations, by the citation itself. */
export type Passages = ReadonlyMap<Citation, Passage>

/** Of an old version nothing is told: its words were compared with today's page, if at all. */
export const noPassages: Passages = new Map()

/** What is known of the words of an entry's citations; that of the entry itself is announced when it changes. */
export async function loadPassages(citations: readonly Citation[]): Promise<Passages> {
  recordDependency(...citations.map(({ source }) => tags.entry(source)))
  const { scope } = await loadOpenings()
  const passages = await findPassages(reads(), scope, citations)
  return new Map(citations.map((citation, place) => [citation, passages[place] as Passage]))
}

/** What was seen at a source's address, and of how many quotations that are shown the words stand there. */
export interface SeenAt extends Pick<AddressRow, 'state' | 'lookedAt' | 'archiveUrl'> {
  found: number
  missing: number
}

/** What was seen at the address of a source; null where nobody has looked. */
export async function loadSeenAt(sourceId: number): Promise<SeenAt | null> {
  recordDependency(tags.entry(sourceId))
  const { scope } = await loadOpenings()
  const [address] = await findAddressesOf(reads(), scope, [sourceId])
  if (!address?.lookedAt) return null
  return { ...address, ...(await countPassagesOf(reads(), scope, address.key)) }
}
