import type { Queryable } from '@/db/client'
import type { SubmissionWithRound } from '@/db/queries/submissions'
import type { Actor } from '@/lib/policy/actor'
import { demand } from '@/lib/policy/policy'
import { judge } from './judge'
import { asProposed, wantedOf } from './prepare'

/**
 * Demands that the actor may decide a submission, judged as its author wrote it on top of today's heads. Throws a
 * `RefusalError`.
 */
export async function demandDecision(
  db: Queryable,
  actor: Actor,
  { submission, items }: SubmissionWithRound,
): Promise<void> {
  for (const { subject, change } of await judge(db, await asProposed(db, items.map(wantedOf)))) {
    demand(actor, 'decide', { ...subject, authorId: submission.authorId }, change)
  }
}
