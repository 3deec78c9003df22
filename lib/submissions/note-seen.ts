import { primary } from '@/db/client'
import { markSeen } from '@/db/queries/submissions'
import { type Outcome, refuse } from '@/lib/errors'
import { messages } from '@/lib/messages/messages'
import type { AccountActor } from '@/lib/policy/actor'

/**
 * Notes that one has read why a submission of one's own was declined: it is one's turn no longer. Another's is answered
 * like one that is not there.
 */
export async function noteSeen(
  actor: AccountActor,
  { submissionId }: { submissionId: number },
): Promise<Outcome> {
  const isTheirs = await markSeen(primary(), submissionId, actor.id)
  return isTheirs ? { ok: true } : refuse('not_found', messages().writing.submissionNotFound)
}
