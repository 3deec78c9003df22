import type { Queryable } from '@/db/postgres/client'
import type { SubmissionWithRound } from '@/db/submissions/submissions'
import { isErased } from '@/db/withholding/withheld-items'
import { policySubjects } from '@/lib/changesets/judge'
import { asProposed, requestedChangeOf } from '@/lib/changesets/prepare'
import { loadEvaluationContext } from '@/lib/changesets/surroundings'
import type { AccountActor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'

/**
 * Whether the actor may decide a submission that waits, judged as its author wrote it on top of today's heads. What was
 * erased of it is not judged.
 */
export async function mayDecide(
  db: Queryable,
  actor: AccountActor,
  { submission, items }: SubmissionWithRound,
): Promise<boolean> {
  const { authorId } = submission
  const proposed = await asProposed(db, items.filter((item) => !isErased(item)).map(requestedChangeOf))
  return policySubjects(proposed, await loadEvaluationContext(db, proposed)).every(({ subject, change }) =>
    can(actor, 'decide', { ...subject, authorId }, change),
  )
}
