import { cache } from 'react'
import {
  countFactsByStanding,
  findFactByNumber,
  findFactsOfStanding,
  findNewestFacts,
} from '@/db/facts/facts'
import type { ShownHead } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { findFactsBeingChecked } from '@/db/reports/checked-words'
import { findEntryId } from '@/db/revisions/revisions'
import type { Standing } from '@/db/standings/schema'
import { nothingHere, recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { type Gate, gateOf } from '@/lib/content/gate'
import { called } from '@/lib/entries/called'
import { recordHead } from '@/lib/entries/record-head'
import type { AddressText, Asking } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { paginate } from '@/lib/input/paging'
import { MOST_COUNTED } from '@/lib/messages/most-counted'
import { loadOpenings, nameClosings, readerScope } from '@/lib/places/loaders'
import type { LockView } from '@/lib/places/lock'
import { type ReadScope, writersScope } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'
import { isStanding } from '@/lib/standings/standing'
import { isSaid, type ReadFact, readFact } from './card'
import { type FactCards, loadFactCards } from './cards'
import { type FactView, factViewOf } from './view'

const ON_A_PAGE = 50

/** A fact that is shown only to who asks for it: its number, and the place of its gate. */
export interface ClosedFactView {
  isClosed: true
  number: number
  lock: LockView
  openPath: string
  head: ShownHead
}

/** The fact with the number `segment`, closed if it has a gate; null when there is none that everybody may read. */
export const loadFact = cache(async (segment: AddressText): Promise<FactView | ClosedFactView | null> => {
  const openings = await loadOpenings()
  const found = await findFact(segment, openings.scope)
  if (!found) return null
  const { fact, head } = found
  nameClosings(openings, [head])
  if (isSaid(fact)) return factViewOf(fact, head)
  const { number } = head
  return {
    isClosed: true,
    number,
    lock: openings.lockOf(gateOf(head)),
    openPath: paths.openFact(number),
    head,
  }
})

/** The same fact, shown whatever its gate: for who has asked for this very fact. */
export const loadOpenFact = cache(async (segment: AddressText): Promise<FactView | null> => {
  const found = await findFact(segment, writersScope)
  return found && isSaid(found.fact) ? factViewOf(found.fact, found.head) : null
})

/** Whether there is a fact of this number whose words are closed while they are checked. */
export async function isFactBeingChecked(segment: AddressText): Promise<boolean> {
  const number = numberOfAddress(segment)
  const id = number === null ? null : await findEntryId(reads(), 'fact', number)
  if (id === null) return false
  recordDependency(tags.entry(id))
  return (await findFactsBeingChecked(reads(), [id])).length > 0
}

interface FoundFact {
  fact: ReadFact
  head: ShownHead & { gateKind: Gate['kind']; gatePageId: number | null }
}

async function findFact(segment: AddressText, within: ReadScope): Promise<FoundFact | null> {
  const number = numberOfAddress(segment)
  if (number === null) return nothingHere()
  const head = await findFactByNumber(reads(), within, number)
  if (head) {
    const label = called({ ...head, isOpen: head.content !== null })
    recordHead({ ...head, label })
    return {
      fact: readFact({ ...head, revisionId: head.headId }),
      head: { ...head, label },
    }
  }
  recordDependency(tags.recent)
  return nothingHere()
}

export interface FactList extends FactCards {
  standing: Standing | null
  counts: ReadonlyMap<Standing, number>
  /** The id after which the list continues; null at its end. */
  next: number | null
  isFirst: boolean
}

/** Facts, newest first, or those of one standing by their last change; from the fact `after` on. */
export async function loadFactList(query: Asking<'standing' | 'after'>): Promise<FactList> {
  const standing = isStanding(query.standing) ? query.standing : null
  const after = numberOfAddress(query.after)
  recordDependency(tags.recent, tags.standings)
  const within = await readerScope()
  const [rows, counts] = await Promise.all([
    standing
      ? findFactsOfStanding(reads(), within, standing, after, ON_A_PAGE + 1)
      : findNewestFacts(reads(), within, after, ON_A_PAGE + 1),
    countFactsByStanding(reads(), within, MOST_COUNTED),
  ])
  const { shown, next } = paginate(rows, ON_A_PAGE, (row) => row.number)
  return {
    ...(await loadFactCards(shown.map((row) => row.id))),
    standing,
    counts,
    next,
    isFirst: after === null,
  }
}
