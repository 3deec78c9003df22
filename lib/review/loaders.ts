import { notFound } from 'next/navigation'
import { cache } from 'react'
import { primary } from '@/db/postgres/client'
import { countOpenReports } from '@/db/reports/open-reports'
import { countQueue, findQueue, findQueueNeighbour } from '@/db/review/review'
import { markSeen } from '@/db/submissions/submissions'
import type { AddressText } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { paginate } from '@/lib/input/paging'
import { MOST_COUNTED } from '@/lib/messages/most-counted'
import { readScopeOf } from '@/lib/policy/policy'
import type { QueueView } from '@/lib/review/queue-view'
import { currentActor, requireModerator } from '@/lib/sessions/session'
import { linesOf, type SubmissionLine } from '@/lib/submissions/listing'
import type { Case } from './case'
import { showCase } from './show-case'

const ON_A_PAGE = 25

/** A page of the queue, oldest first. */
export interface Queue {
  view: QueueView
  waiting: number
  /** Open reports, which come before edits. */
  reports: { open: number; urgent: number }
  lines: SubmissionLine[]
  /** The `after` of the next page of the list; null at the end. */
  next: number | null
}

/** The page of the queue that the view names. */
export async function loadQueue(view: QueueView): Promise<Queue> {
  const moderator = await requireModerator()
  const [waiting, reports, rows] = await Promise.all([
    countQueue(primary(), view.of, MOST_COUNTED),
    countOpenReports(primary(), moderator.id, MOST_COUNTED),
    findQueue(primary(), { ...view, most: ON_A_PAGE + 1 }),
  ])
  const { shown, next } = paginate(rows, ON_A_PAGE, (row) => row.id)
  const lines = await linesOf(primary(), readScopeOf(moderator), shown)
  return { view, waiting, reports, lines, next }
}

/** A case with its neighbours in the queue. */
export interface CaseInQueue {
  found: Case
  next: number | null
  previous: number | null
}

/** One case of the queue, for those who moderate; not found for everybody else, and when there is none of that id. */
export const loadCaseInQueue = cache(async (id: number, of: QueueView['of']): Promise<CaseInQueue> => {
  const actor = await requireModerator()
  const [found, next, previous] = await Promise.all([
    showCase(actor, id),
    findQueueNeighbour(primary(), id, of, 'next'),
    findQueueNeighbour(primary(), id, of, 'previous'),
  ])
  return found ? { found, next, previous } : notFound()
})

/** What came of the case that somebody comes from: only its state and name, nothing that the address could claim. */
export async function loadDecided(id: number | null): Promise<Case | null> {
  return id === null ? null : showCase(await requireModerator(), id)
}

/** A submission as its author, or a moderator, sees it; not found for everybody else. */
export const loadSubmission = cache(
  async (segment: AddressText): Promise<{ found: Case; isAuthor: boolean }> => {
    const actor = await currentActor()
    const id = numberOfAddress(segment)
    const found = id === null || actor.kind === 'visitor' ? null : await showCase(actor, id)
    if (!found || actor.kind === 'visitor') notFound()
    const isAuthor = found.author.id === actor.id
    // From now on its author has seen why it was declined.
    if (isAuthor && found.isUnseen) await markSeen(primary(), found.id, actor.id)
    return { found, isAuthor }
  },
)
