import { createHash } from 'node:crypto'
import { reads } from '@/db/postgres/client'
import type { Standing } from '@/db/standings/schema'
import {
  type Asked,
  type Candidate,
  findReported,
  findUnchecked,
  findUndescribed,
  findUngated,
  findUnplaced,
} from '@/db/tasks/candidates'
import type { Place } from '@/lib/places/place'
import type { ReadScope } from '@/lib/policy/policy'

/** Whose tasks are looked for, and what they may read. */
export interface Asker {
  accountId: number
  within: ReadScope
  places: readonly Place[]
}

/** Facts whose source is looked at first: of which nobody here has seen the original. */
const standings: readonly Standing[] = [
  'original_named',
  'reported',
  'first_hand',
  'in_story',
  'corroborated',
  'disputed',
]
/** A fact that so many people checked needs no other. */
const ENOUGH_CHECKS = 3
/** So many works and parts of them are looked through for a fact without a place. */
const MOST_WORKS = 60

type Find = (asker: Asker, most: number) => Promise<Candidate[]>

/** Entries that a kind of task is about, nearest first from where this account begins today. */
export const candidates: Record<'check' | 'origin' | 'picture' | 'place', Find> = {
  check: (asker, most) =>
    firstOf(standings, most, (standing, more) =>
      findUnchecked(reads(), asker.within, {
        ...askedOf(asker, more),
        ...{ standing, mostChecks: ENOUGH_CHECKS },
      }),
    ),
  origin: (asker, most) => findReported(reads(), asker.within, askedOf(asker, most)),
  picture: (asker, most) => findUndescribed(reads(), asker.within, askedOf(asker, most)),
  place: async (asker, most) => {
    if (asker.places.length === 0) return []
    const unplaced = await findUnplaced(reads(), asker.within, askedOf(asker, most))
    if (unplaced.length >= most) return unplaced
    const ungated = await findUngated(reads(), asker.within, {
      ...askedOf(asker, most - unplaced.length),
      pageIds: worksOf(asker),
    })
    return [...unplaced, ...ungated]
  },
}

/** Looks through lists one after the other, until there are enough. */
async function firstOf<T>(
  lists: readonly T[],
  most: number,
  find: (one: T, more: number) => Promise<Candidate[]>,
): Promise<Candidate[]> {
  const found: Candidate[] = []
  for (const one of lists) {
    if (found.length >= most) break
    found.push(...(await find(one, most - found.length)))
  }
  return found
}

/** The works that have places, and these, begun at another one by each account. */
function worksOf({ accountId, places }: Asker): number[] {
  const works = [...new Set(places.flatMap(({ workId, id }) => [workId, id]))]
  const from = Math.floor(shareOf(accountId) * works.length)
  return [...works.slice(from), ...works.slice(0, from)].slice(0, MOST_WORKS)
}

const askedOf = ({ accountId }: Asker, most: number): Asked => ({
  accountId,
  share: shareOf(accountId),
  most,
})

/** Where in the lists an account begins today: two people see the same card only where there are few. */
export function shareOf(accountId: number, day = new Date()): number {
  const words = `${accountId} ${day.toISOString().slice(0, 10)}`
  return createHash('sha256').update(words).digest().readUInt32BE(0) / 2 ** 32
}
