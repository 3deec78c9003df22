import { primary } from '@/db/postgres/client'
import { findSubmission } from '@/db/submissions/submissions'
import { isErased } from '@/db/withholding/withheld-items'
import { conflictable } from '@/lib/changesets/conflict'
import { requestedChangeOf } from '@/lib/changesets/parse'
import type { AccountActor } from '@/lib/policy/actor'
import { previewChangeset } from '@/lib/review/preview'
import { isVisible } from '@/lib/submissions/start'
import { type Look, previewOf } from './preview'

/** What an account sent and nobody else sees yet, as it would read. */
export interface OwnLook {
  submissionId: number
  state: 'waiting' | 'changes_requested' | 'declined'
  look: Look
}

/**
 * One's own submission as it would read today; null when it is no account's own, when it is over, when anything of it is
 * withheld, and when it cannot be put together with what is published by now.
 */
export async function ownLookOf(actor: AccountActor, submissionId: number): Promise<OwnLook | null> {
  const found = await findSubmission(primary(), submissionId)
  if (!found || found.submission.authorId !== actor.id) return null
  const { state } = found.submission
  if (state !== 'waiting' && state !== 'changes_requested' && state !== 'declined') return null
  if (found.items.some(isErased) || !(await isVisible(actor, found.roundId))) return null
  const answer = await conflictable(async () => {
    const { changes } = await previewChangeset(actor, found.items.map(requestedChangeOf))
    return { look: await previewOf(changes) }
  })
  return 'look' in answer ? { submissionId, state, look: answer.look } : null
}
