import { countShownPlaces } from '@/db/entries/shown-places'
import { findEntryNames } from '@/db/entries/titles'
import type { Queryable } from '@/db/postgres/client'
import type { DecisionRow } from '@/db/review/decisions'
import {
  findItemHeads,
  findPublishingAccounts,
  type ItemHead,
  type ListedSubmission,
} from '@/db/review/review'
import { entryIdsAmong } from '@/lib/content/temporary-id'
import { called } from '@/lib/entries/called'
import { kindOf, namingFields } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import { type ReadScope, writersScope } from '@/lib/policy/policy'
import { headingOf, newLabelOf } from './heading'

/** A submission in a list: what it is about, by whom, since when. */
export interface SubmissionLine {
  id: number
  heading: string
  state: ListedSubmission['state']
  /** It was declined, and its author has not looked at why. */
  isUnseen: boolean
  roundNumber: number
  summary: string
  author: { id: number; name: string; isFirstEdit: boolean }
  waitingSince: Date
  createdAt: Date
  /** On how many pages its first entry is shown, in words; empty where that says nothing. */
  reach: string
  /** How many entries it changes besides the first. */
  others: number
}

/** What a reviewer decided, as everybody who sees the submission is shown it. */
export interface Decision {
  verdict: DecisionRow['verdict']
  reason: string | null
  at: Date
  by: { id: number; name: string }
}

/**
 * Makes lines of submissions: their headings from what they touch, as far as the scope shows that, how far it
 * reaches, and who writes for the first time.
 */
export async function linesOf(
  db: Queryable,
  within: ReadScope,
  listed: ListedSubmission[],
): Promise<SubmissionLine[]> {
  const heads = byRound(
    await findItemHeads(
      db,
      within,
      listed.map((one) => one.roundId),
      namingFields,
    ),
  )
  const all = [...heads.values()].flat()
  const [names, reach, published] = await Promise.all([
    findEntryNames(db, writersScope, aboutOf(all)),
    countShownPlaces(
      db,
      all.flatMap((item) => item.entryId ?? []),
    ),
    findPublishingAccounts(
      db,
      listed.map((one) => one.author.id),
    ),
  ])
  const labels = new Map(names.map((row) => [row.id, called(row)]))
  return listed.map(({ roundId, ...one }) => {
    const items = heads.get(roundId) ?? []
    const [main] = items
    const nameOf = (id: number) => labels.get(id) ?? made(items, id)
    return {
      ...one,
      heading: main ? headingOf(main, nameOf) : messages().review.unnamed,
      author: { ...one.author, isFirstEdit: !published.has(one.author.id) },
      reach: main ? reachInWords(main, reach) : '',
      others: Math.max(0, items.length - 1),
    }
  })
}

const aboutOf = (items: ItemHead[]) => entryIdsAmong(items.flatMap((item) => aboutIn(item).slice(0, 1)))

const aboutIn = ({ kind, naming }: ItemHead) => kindOf(kind).about(naming ?? {})

function made(items: ItemHead[], id: number): string | undefined {
  const item = items.find((one) => one.position === -id)
  return item && newLabelOf(item)
}

function reachInWords(item: ItemHead, reach: Map<number, number>): string {
  const count = item.entryId === null ? aboutIn(item).length : (reach.get(item.entryId) ?? 0)
  return count === 0 ? '' : kindOf(item.kind).texts().reach(count)
}

function byRound(items: ItemHead[]): Map<number, ItemHead[]> {
  const rounds = new Map<number, ItemHead[]>()
  for (const item of items) rounds.set(item.roundId, [...(rounds.get(item.roundId) ?? []), item])
  return rounds
}
