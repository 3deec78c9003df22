import type { Queryable, Tx } from '@/db/postgres/client'
import { findSubmission, lockSubmission, type SubmissionWithRound } from '@/db/submissions/submissions'
import { isErased } from '@/db/withholding/withheld-items'
import { evaluate, mayDecide } from '@/lib/changesets/evaluate'
import { unmergedChanges } from '@/lib/changesets/merge'
import { requestedChangeOf } from '@/lib/changesets/parse'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import type { AccountActor } from '@/lib/policy/actor'
import { actorNow } from '@/lib/policy/actor-now'
import { authorize, can } from '@/lib/policy/policy'
import { whyNot } from '@/lib/policy/refusals'
import { type RoundSeen, whatBecameOf } from '@/lib/submissions/what-became-of'

/**
 * The submission, if the actor may decide it and the round that was looked at still waits. Throws a `RefusalError`
 * otherwise. Whether they may is asked first: of what others sent, who does not moderate learns the same whether it is there
 * or not, and whatever has become of it. Those who moderate learn who decided it, or that the author has amended it.
 */
export async function findWaiting(
  db: Queryable,
  actor: AccountActor,
  seen: RoundSeen,
): Promise<SubmissionWithRound> {
  const { writing } = codes()
  authorize(actor, 'decide')
  const found = await findSubmission(db, seen.submissionId)
  if (!can(actor, 'moderate') || found?.submission.authorId === actor.id) await demandWord(db, actor, found)
  if (!found) throw new RefusalError(refuse('not_found', writing.submissionNotFound))
  if (found.submission.state !== 'waiting') {
    throw new RefusalError(refuse('already_decided', await whatBecameOf(db, found)))
  }
  if (found.roundNumber !== seen.roundNumber)
    throw new RefusalError(refuse('already_decided', writing.roundOver))
  return found
}

/**
 * Like `findWaiting`, with the actor read anew and the submission locked: one decision at a time. Nobody waits for a lock
 * on what they may not decide.
 */
export async function lockWaiting(
  tx: Tx,
  by: AccountActor,
  seen: RoundSeen,
): Promise<SubmissionWithRound & { actor: AccountActor }> {
  const actor = await actorNow(tx, by.id)
  if (!can(actor, 'moderate')) await findWaiting(tx, actor, seen)
  await lockSubmission(tx, seen.submissionId)
  return { ...(await findWaiting(tx, actor, seen)), actor }
}

/** Demands that the actor's word counts on what is there and waits; every way in which it does not is one refusal. */
async function demandWord(
  db: Queryable,
  actor: AccountActor,
  found: SubmissionWithRound | null,
): Promise<void> {
  if (found?.submission.state !== 'waiting' || !(await mayDecideAsWritten(db, actor, found)))
    throw new RefusalError(whyNot(actor, 'decide'))
}

/**
 * Whether the actor may decide a submission that waits, evaluated as its author wrote it on top of today's heads. What was
 * erased of it is not asked about.
 */
async function mayDecideAsWritten(
  db: Queryable,
  actor: AccountActor,
  { submission, items }: SubmissionWithRound,
): Promise<boolean> {
  const requested = items.filter((item) => !isErased(item)).map(requestedChangeOf)
  const { cases } = await evaluate(db, await unmergedChanges(db, requested))
  return mayDecide(actor, cases, submission.authorId)
}
