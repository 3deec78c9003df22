import { primary, type Tx } from '@/db/client'
import { insertDecision, type SubmissionWithRound, setSubmissionState } from '@/db/queries/submissions'
import { earnTrust } from '@/lib/accounts/earn-trust'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { audit } from '@/lib/audit'
import { type Outcome, RefusalError, refuse } from '@/lib/errors'
import { recordEvent } from '@/lib/events/record-event'
import { isInOwnWords } from '@/lib/facts/private-life'
import { messages } from '@/lib/messages/messages'
import { nowhere, type Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { can, demand } from '@/lib/policy/policy'
import type { PublishedEntry } from '@/lib/revisions/publication'
import { publish } from '@/lib/revisions/publish'
import { type ConflictRefusal, conflictable } from './conflict'
import { ConflictError, wantedOf } from './prepare'
import { changedOf, publicationOf } from './publish-or-keep'
import { lockThoseWhoDecide, voteFor } from './votes'
import { findWaiting, lockWaiting, type RoundSeen } from './waiting'
import { type Locked, write } from './write'

export type AcceptResult =
  | { outcome: 'published'; event: number; entries: PublishedEntry[] }
  /** Your word counts; another moderator's is needed too. */
  | { outcome: 'voted'; missing: number }
  /** Everything it proposed is there already. */
  | { outcome: 'overtaken' }

/**
 * Accepts the round of a submission that was looked at, and publishes it whole, as its author's, merged with what was
 * published meanwhile. Refuses when it was decided or amended before, and where the rules say no; answers a conflict
 * with every text.
 */
export async function accept(
  actor: AccountActor,
  { key, ...seen }: RoundSeen & { key: string },
  { network }: Origin = nowhere,
): Promise<Outcome<AcceptResult> | ConflictRefusal> {
  return conflictable(async () => {
    const body = { accept: seen.submissionId, round: seen.roundNumber }
    const before = async (tx: Tx) => void (await lockWaiting(tx, actor, seen))
    // A conflict, which tells every text, comes after this: only those who may decide learn of one.
    const wanted = async () => (await findWaiting(primary(), actor, seen)).items.map(wantedOf)
    const written = write({ actor, key, body, before }, wanted, async (tx, locked) => {
      await traceNetwork(tx, { accountId: locked.actor.id, operation: 'accept', network })
      return decide(tx, locked, await findWaiting(tx, locked.actor, seen))
    })
    const result = await written.catch((error) => {
      if (error instanceof ConflictError) demandSightOf(actor, error)
      throw error
    })
    return { ok: true, ...result }
  })
}

/** What an edit goes on from may wait itself, and waiting texts are for those who moderate. */
function demandSightOf(actor: AccountActor, { conflicts }: ConflictError): void {
  const first = conflicts.find((one) => one.buildsOn !== null)?.buildsOn
  if (first && !can(actor, 'moderate'))
    throw new RefusalError(refuse('conflict', messages().writing.decideFirst(first)))
}

async function decide(
  tx: Tx,
  locked: Locked,
  { submission, roundId, roundNumber }: SubmissionWithRound,
): Promise<AcceptResult> {
  const { actor, cases } = locked
  const { id: submissionId, authorId } = submission
  const round = { submissionId, roundId, roundNumber, authorId, cases }
  // Who changes an account locks it first, and the publish lock last.
  await lockThoseWhoDecide(tx, actor, round)
  for (const { subject, change } of cases) {
    demand(actor, 'decide', { ...subject, authorId }, change)
  }
  const changed = changedOf(locked)
  const detail = { submission: submissionId, round: roundNumber }
  if (changed.length === 0) {
    await setSubmissionState(tx, submissionId, 'overtaken')
    await audit(tx, { actor, act: 'submission.overtaken', accountId: authorId, detail })
    recordEvent(tx, { name: 'submission.overtaken', actorId: actor.id, submissionId })
    return { outcome: 'overtaken' }
  }
  if (changed.some((one) => one.kind === 'fact' && one.content.isPrivateLife && !isInOwnWords(one.content))) {
    throw new RefusalError(refuse('not_allowed', messages().writing.privateLifeNeedsOwnWords))
  }
  const missing = await voteFor(tx, actor, round)
  if (missing > 0) return { outcome: 'voted', missing }
  await insertDecision(tx, { roundId, verdict: 'accept', byId: actor.id })
  await setSubmissionState(tx, submissionId, 'accepted')
  await audit(tx, { actor, act: 'submission.accept', accountId: authorId, detail })
  recordEvent(tx, { name: 'submission.accepted', actorId: actor.id, submissionId })
  const { summary, isMinor } = submission
  const circumstances = {
    summary,
    isMinor,
    submissionId,
    author: { accountId: authorId },
    via: 'accept' as const,
    isReviewed: true,
  }
  const published = await publish(tx, changed.map(publicationOf), circumstances)
  await earnTrust(tx, authorId, actor)
  return { outcome: 'published', ...published }
}
