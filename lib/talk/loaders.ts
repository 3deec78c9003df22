import { cache } from 'react'
import { reads } from '@/db/postgres/client'
import { countThreads, findThreads, type ThreadRow } from '@/db/talk/threads'
import { isVisibleTo } from '@/db/visibility/private-life'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import {
  type AtAddress,
  entryAtNumber,
  entryAtTitle,
  type FoundEntry,
  missingEntry,
} from '@/lib/entries/at-address'
import type { AddressText, Parameter } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { paginate } from '@/lib/input/paging'
import type { ContentKind } from '@/lib/kinds/registry'
import { MOST_COUNTED } from '@/lib/messages/most-counted'
import { loadOpenings, nameGates } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'
import { gateOfComment } from './gate'

export type { ThreadRow } from '@/db/talk/threads'

const ON_A_PAGE = 25

/** Which threads of an entry can be listed by themselves. */
const listings = ['open', 'settled'] as const
export type Listing = (typeof listings)[number] | null

/** The threads about an entry. */
export interface Talk {
  entry: FoundEntry
  threads: ThreadRow[]
  show: Listing
  open: number
  settled: number
  /** The `after` of the next page of the list; null at its end. */
  next: number | null
  isFirst: boolean
}

/** What stands at an address of an entry's talk. */
export type AtTalk = Exclude<AtAddress, { state: 'found' }> | { state: 'found'; talk: Talk }

/** What is said about the page at a title. */
export const loadPageTalk = cache(
  async (address: AddressText, after: Parameter, show: Parameter): Promise<AtTalk> =>
    talkOf(await entryAtTitle(paths.pageTalk, address), after, show),
)

/** What is said about the fact, source or file of this number. */
export const loadNumberedTalk = cache(
  async (kind: ContentKind, segment: AddressText, after: Parameter, show: Parameter): Promise<AtTalk> =>
    talkOf(await entryAtNumber(kind, segment), after, show),
)

async function talkOf(at: AtAddress, after: Parameter, show: Parameter): Promise<AtTalk> {
  const readable = await onlyReadable(at)
  if (readable.state !== 'found') return readable
  const { entry } = readable
  recordDependency(tags.talk(entry.id), tags.openThreads(entry.id))
  const start = numberOfAddress(after)
  const listing = listings.find((known) => known === show) ?? null
  const isOpen = listing === null ? null : listing === 'open'
  const openings = await loadOpenings()
  const { scope } = openings
  const [rows, open, settled] = await Promise.all([
    findThreads(reads(), scope, { entryId: entry.id, isOpen, after: start, most: ON_A_PAGE + 1 }),
    countThreads(reads(), entry.id, true, MOST_COUNTED),
    countThreads(reads(), entry.id, false, MOST_COUNTED),
  ])
  const { shown, next } = paginate(rows, ON_A_PAGE, (row) => row.id)
  nameGates(
    openings,
    shown.map(({ gatePageId }) => gateOfComment(gatePageId)),
  )
  recordDependency(...shown.flatMap(accountsIn).map(tags.account))
  const talk = { entry, threads: shown, show: listing, open, settled, next, isFirst: start === null }
  return { state: 'found', talk }
}

const accountsIn = ({ startedById, lastById, closedById }: ThreadRow): number[] =>
  [startedById, lastById, closedById].filter((id) => id !== null)

/** An entry whose words the reader may read: about one whose label is hidden nothing is told. */
export async function onlyReadable(at: AtAddress): Promise<AtAddress> {
  if (at.state !== 'found') return at
  const { scope } = await loadOpenings()
  return (await isVisibleTo(reads(), scope, at.entry.id)) ? at : missingEntry()
}

/** How many threads about an entry are open, for its tab. */
export const loadOpenThreads = cache(async (entryId: number): Promise<number> => {
  recordDependency(tags.openThreads(entryId))
  return countThreads(reads(), entryId, true, MOST_COUNTED)
})
