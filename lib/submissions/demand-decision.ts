import type { Queryable } from '@/db/client'
import type { SubmissionWithRound } from '@/db/queries/submissions'
import type { Actor } from '@/lib/policy/actor'
import { demand } from '@/lib/policy/policy'
import { judge } from './judge'
import { asProposed, wantedOf } from './prepare'
import { surroundingsOf } from './surroundings'

/**
 * Demands that the actor may decide a submission, judged as its author wrote it on top of today's heads. Throws a
 * `RefusalError`.
 */
export async function demandDecision(
  db: Queryable,
  actor: Actor,
  { submission, items }: SubmissionWithRound,
): Promise<void> {
  const proposed = await asProposed(db, items.map(wantedOf))
  for (const { subject, change } of judge(proposed, await surroundingsOf(db, proposed))) {
    demand(actor, 'decide', { ...subject, authorId: submission.authorId }, change)
  }
}
