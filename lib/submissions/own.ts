import type { Queryable, Tx } from '@/db/postgres/client'
import { findDecision } from '@/db/review/decisions'
import {
  findSubmission,
  lockSubmission,
  type SubmissionRow,
  type SubmissionWithRound,
} from '@/db/submissions/submissions'
import { type Refusal, RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { oneAfterTheOther } from '@/lib/messages/message'
import type { AccountActor } from '@/lib/policy/actor'
import { authorize, can } from '@/lib/policy/policy'
import { whyNot } from '@/lib/policy/refusals'
import { type RoundSeen, whatBecameOf } from './what-became-of'

/** For how long after it was declined a submission can be sent again in the same words. */
const REOPENABLE_DAYS = 14

/** Which round of their submission an author looked at, and how it stood then. */
export interface OwnSeen extends RoundSeen {
  state: SubmissionRow['state']
}

/**
 * The refusal of what a decision has overtaken: `now` is how the submission stands, so that they can go on
 * from there knowingly.
 */
export interface OvertakenRefusal extends Refusal {
  reason: 'already_decided'
  now: OwnSeen
}

export type OwnAct = 'amend' | 'withdraw' | 'reopen'

/**
 * One's own submission as its author saw it, if it still stands so and they may do this with it. Throws a `RefusalError`
 * otherwise: who decided it meanwhile, when and why. Another's and none at all are answered alike, whatever its state.
 */
export async function findOwn(
  db: Queryable,
  actor: AccountActor,
  act: OwnAct,
  seen: OwnSeen,
): Promise<SubmissionWithRound> {
  const found = await findSubmission(db, seen.submissionId)
  if (found?.submission.authorId !== actor.id) throw new RefusalError(notTheirs(actor, act))
  const { submission, roundNumber } = found
  if (submission.state !== seen.state || roundNumber !== seen.roundNumber)
    throw new RefusalError(await overtaken(db, found, seen))
  authorize(actor, act, await ownSubjectOf(db, found))
  return found
}

/** Like `findOwn`, with the submission locked: whatever is done with it is done one after the other. */
export async function lockOwn(
  tx: Tx,
  actor: AccountActor,
  act: OwnAct,
  seen: OwnSeen,
): Promise<SubmissionWithRound> {
  await lockSubmission(tx, seen.submissionId, actor.id)
  return findOwn(tx, actor, act, seen)
}

/** A submission as the rules ask about it. */
export async function ownSubjectOf(db: Queryable, { submission, roundId }: SubmissionWithRound) {
  const { authorId, state } = submission
  const decided = state === 'declined' ? await findDecision(db, roundId) : null
  return { authorId, state, isLongDeclined: isLongAgo(decided?.at) }
}

const isLongAgo = (at: Date | undefined) =>
  at !== undefined && Date.now() - at.getTime() > REOPENABLE_DAYS * 86_400_000

/** What can be done with one's own submission, as answers, with what doing it sends along. */
export interface OwnPowers {
  seen: OwnSeen
  mayAmend: boolean
  mayWithdraw: boolean
  mayReopen: boolean
}

/** What this actor may do with a submission; null with another's. `decidedAt`: when its latest round was decided. */
export function ownPowers(
  actor: AccountActor,
  submission: { id: number; authorId: number; state: SubmissionRow['state']; roundNumber: number },
  decidedAt: Date | undefined,
): OwnPowers | null {
  const { id: submissionId, authorId, state, roundNumber } = submission
  if (authorId !== actor.id) return null
  const subject = { authorId, state, isLongDeclined: isLongAgo(decidedAt) }
  return {
    seen: { submissionId, roundNumber, state },
    mayAmend: can(actor, 'amend', subject),
    mayWithdraw: can(actor, 'withdraw', subject),
    mayReopen: can(actor, 'reopen', subject),
  }
}

/** What is not theirs is not there; those who moderate, who see what others sent, learn that only its author may. */
const notTheirs = (actor: AccountActor, act: OwnAct): Refusal =>
  can(actor, 'moderate') ? whyNot(actor, act) : refuse('not_found', codes().writing.submissionNotFound)

async function overtaken(
  db: Queryable,
  found: SubmissionWithRound,
  seen: OwnSeen,
): Promise<OvertakenRefusal> {
  const { writing } = codes()
  const { submission, roundId, roundNumber } = found
  const now = { submissionId: submission.id, roundNumber, state: submission.state }
  const isSentAgain = roundNumber !== seen.roundNumber && submission.state === 'waiting'
  const decided = await findDecision(db, roundId)
  const said = isSentAgain
    ? [writing.sentAgainMeanwhile]
    : submission.state === 'withdrawn'
      ? [writing.withdrawnByYou]
      : [await whatBecameOf(db, found), decided?.reason ? writing.reasonWas(decided.reason) : null]
  const message = oneAfterTheOther(...said, writing.wordsKept)
  return { ...refuse('already_decided', message), reason: 'already_decided', now }
}
