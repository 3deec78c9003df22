import { primary } from '@/db/client'
import { countOpenReports } from '@/db/queries/reports'
import { countQueue } from '@/db/queries/review'
import { countWaitingOf, findWaitingEntries } from '@/db/queries/submissions'
import type { Actor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'
import { accounts } from '@/lib/texts/en/accounts'
import { MOST_COUNTED } from '@/lib/texts/en/up-to'

/** What a page that everybody shares may know of the one who reads it: answers, never a role. */
export type Me =
  | { signedIn: false }
  | {
      signedIn: true
      id: number
      name: string
      canWrite: boolean
      canModerate: boolean
      canAppoint: boolean
      /** How many submissions wait for a decision; only for those who decide. */
      waitingCount: number | null
      /** How many reports are open, and how many of them are urgent; only for those who handle them. */
      reports: { open: number; urgent: number } | null
      /** How many of one's own wait, and the entries that they change, each with the newest that does; at most 100. */
      submissionsWaiting: number
      waitingEntries: { entryId: number; submissionId: number }[]
      isBlocked: boolean
      /** Why and until when, as a sentence. */
      blockNote: string | null
    }

/** What `/api/me` answers. */
export async function meOf(actor: Actor): Promise<Me> {
  if (actor.kind === 'visitor') return { signedIn: false }
  const canModerate = can(actor, 'moderate')
  const [waitingCount, reports, submissionsWaiting, waitingEntries] = await Promise.all([
    canModerate ? countQueue(primary(), null, MOST_COUNTED) : null,
    can(actor, 'handleReports') ? countOpenReports(primary(), actor.id, MOST_COUNTED) : null,
    countWaitingOf(primary(), actor.id),
    findWaitingEntries(primary(), actor.id),
  ])
  return {
    signedIn: true,
    id: actor.id,
    name: actor.name,
    canWrite: can(actor, 'propose'),
    canModerate,
    canAppoint: can(actor, 'setRole', { id: 0, role: 'fan' }),
    waitingCount,
    reports,
    submissionsWaiting,
    waitingEntries,
    isBlocked: actor.isBlocked,
    blockNote: actor.isBlocked ? accounts.refused.blocked(actor.block) : null,
  }
}
