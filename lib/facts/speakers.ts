import { cache } from 'react'
import { findTitleHolder } from '@/db/entries/titles'
import { findPagesNamedByFacts } from '@/db/facts/speakers'
import { findEnds } from '@/db/links/reverse-ends'
import { findPageHeadByTitle } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { nothingHere, recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import type { AddressText, Parameter } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { paginate } from '@/lib/input/paging'
import { SPEAKER } from '@/lib/kinds/relation-fields'
import { MOST_COUNTED_IN_LISTS } from '@/lib/messages/most-counted'
import { readerScope } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'
import { spellingOf } from '@/lib/titles/spelling'
import { spelledInAddress, titleKey } from '@/lib/titles/title'
import { type FactCards, loadFactCards } from './cards'

const ON_A_PAGE = 200
const FACTS_ON_A_PAGE = 50
/** So many who said anything are found; more than that are not listed. */
const MOST_SPEAKERS = 5_000

/** Somebody who said something, with how many facts say so. */
export interface Speaker {
  label: string
  path: string
  count: number
}

export interface SpeakerList {
  speakers: Speaker[]
  /** The title key after which the list goes on; null at its end. */
  next: string | null
  isFirst: boolean
}

/** Everybody who said something, by name, after the title key `after`. */
export async function loadSpeakers(after: Parameter): Promise<SpeakerList> {
  recordDependency(tags.recent, tags.standings)
  const from = after || null
  const rows = await findPagesNamedByFacts(reads(), await readerScope(), SPEAKER, {
    ...{ after: from, looked: MOST_SPEAKERS, counted: MOST_COUNTED_IN_LISTS + 1, most: ON_A_PAGE + 1 },
  })
  const { shown, next } = paginate(rows, ON_A_PAGE, (row) => row.sortKey)
  return {
    speakers: shown.map(({ label, count }) => ({ label, path: paths.speaker(label), count })),
    next,
    isFirst: from === null,
  }
}

/** What somebody said, in the order in which it was written down. */
export type SpeakerPage =
  | { state: 'moved'; to: string }
  | ({
      state: 'found'
      label: string
      path: string
      /** The number of their page. */
      number: number
      /** The number of the fact after which the list goes on; null at its end. */
      next: number | null
      isFirst: boolean
    } & FactCards)

/**
 * What the one whose page has this title said, after the fact numbered `after`; another spelling leads to the title.
 * Null, and a 404, where there is no such page.
 */
export const loadSpeaker = cache(
  async (address: AddressText, after: Parameter): Promise<SpeakerPage | null> => {
    const spelled = spelledInAddress(address)
    if (spelled === null) return nothingHere()
    const key = titleKey(spelled)
    recordDependency(tags.title(key))
    const [holder, head] = await Promise.all([
      findTitleHolder(reads(), key),
      findPageHeadByTitle(reads(), await readerScope(), key),
    ])
    if (!holder || !head) return nothingHere()
    recordDependency(tags.entry(head.id), tags.namedIn(head.id), tags.standings)
    if (spelled !== spellingOf(holder.title)) return { state: 'moved', to: paths.speaker(holder.title) }
    const from = numberOfAddress(after)
    const place = from === null ? null : { ordinal: from, sortKey: '', id: Number.MAX_SAFE_INTEGER }
    const rows = await findEnds(reads(), await readerScope(), head.id, [SPEAKER], {
      ...{ after: place, most: FACTS_ON_A_PAGE + 1 },
    })
    const { shown, next } = paginate(rows, FACTS_ON_A_PAGE, (row) => row.number)
    return {
      ...{ state: 'found', label: head.label, path: paths.page(head.label), number: head.number },
      ...{ next, isFirst: from === null },
      ...(await loadFactCards(shown.map(({ id }) => id))),
    }
  },
)
