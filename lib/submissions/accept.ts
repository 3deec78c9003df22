import { primary, type Tx } from '@/db/client'
import { lockAccount } from '@/db/queries/blocks'
import {
  castVote,
  insertDecision,
  type SubmissionWithRound,
  setSubmissionState,
} from '@/db/queries/submissions'
import { earnTrust } from '@/lib/accounts/earn-trust'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { audit } from '@/lib/audit'
import { type Outcome, RefusalError, refuse } from '@/lib/errors'
import { isInOwnWords } from '@/lib/facts/private-life'
import { nowhere, type Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { can, demand } from '@/lib/policy/policy'
import type { PublishedEntry } from '@/lib/revisions/publication'
import { publish } from '@/lib/revisions/publish'
import { writing } from '@/lib/texts/en/writing'
import { type ConflictRefusal, conflictable } from './conflict'
import { demandDecision } from './demand-decision'
import { ConflictError, wantedOf } from './prepare'
import { changedOf, publicationOf } from './publish-or-keep'
import { findWaiting, lockWaiting, type RoundSeen } from './waiting'
import { type Locked, write } from './write'

/** How many moderators must agree before something of a person's private life is published. */
const VOTES_FOR_PRIVATE_LIFE = 2

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
    const before = async (tx: Tx) => void (await lockWaiting(tx, seen))
    const wanted = async () => (await findWaiting(primary(), seen)).items.map(wantedOf)
    const written = write({ actor, key, body, before }, wanted, async (tx, locked) => {
      await traceNetwork(tx, { accountId: locked.actor.id, operation: 'accept', network })
      return decide(tx, locked, await findWaiting(tx, seen))
    })
    const result = await written.catch(async (error) => {
      // A conflict comes before the rules are asked, and tells every text: only to those who may decide.
      if (error instanceof ConflictError) {
        await demandDecision(primary(), actor, await findWaiting(primary(), seen))
        demandSightOf(actor, error)
      }
      throw error
    })
    return { ok: true, ...result }
  })
}

/** What an edit goes on from may wait itself, and waiting texts are for those who moderate. */
function demandSightOf(actor: AccountActor, { conflicts }: ConflictError): void {
  const first = conflicts.find((one) => one.buildsOn !== null)?.buildsOn
  if (first && !can(actor, 'moderate')) throw new RefusalError(refuse('conflict', writing.decideFirst(first)))
}

async function decide(
  tx: Tx,
  locked: Locked,
  { submission, roundId, roundNumber }: SubmissionWithRound,
): Promise<AcceptResult> {
  const { actor, cases } = locked
  // It may earn them trust: who changes an account locks it first, and the publish lock last.
  await lockAccount(tx, submission.authorId)
  for (const { subject, change } of cases) {
    demand(actor, 'decide', { ...subject, authorId: submission.authorId }, change)
  }
  const changed = changedOf(locked)
  const detail = { submission: submission.id, round: roundNumber }
  if (changed.length === 0) {
    await setSubmissionState(tx, submission.id, 'overtaken')
    await audit(tx, { actor, act: 'submission.overtaken', accountId: submission.authorId, detail })
    return { outcome: 'overtaken' }
  }
  if (changed.some((one) => one.kind === 'fact' && one.content.isPrivateLife && !isInOwnWords(one.content))) {
    throw new RefusalError(refuse('not_allowed', writing.privateLifeNeedsOwnWords))
  }
  const missing = await missingVotes(tx, locked, roundId)
  if (missing > 0) {
    await audit(tx, { actor, act: 'submission.vote', detail })
    return { outcome: 'voted', missing }
  }
  await insertDecision(tx, { roundId, verdict: 'accept', byId: actor.id })
  await setSubmissionState(tx, submission.id, 'accepted')
  await audit(tx, { actor, act: 'submission.accept', accountId: submission.authorId, detail })
  const { summary, isMinor, authorId, id: submissionId } = submission
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

async function missingVotes(tx: Tx, { actor, cases }: Locked, roundId: number): Promise<number> {
  const votes = await castVote(tx, { roundId, accountId: actor.id, verdict: 'accept' })
  const needed = cases.some(({ subject }) => subject.isPrivateLife) ? VOTES_FOR_PRIVATE_LIFE : 1
  return Math.max(0, needed - votes.filter((vote) => vote.verdict === 'accept').length)
}
