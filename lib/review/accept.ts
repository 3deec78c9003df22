import { primary, type Tx } from '@/db/postgres/client'
import { insertDecision } from '@/db/review/decisions'
import { type SubmissionWithRound, setSubmissionState } from '@/db/submissions/submissions'
import { applyChangeset, type Locked } from '@/lib/changesets/apply'
import { ConflictError, conflictable } from '@/lib/changesets/conflict'
import { changedIn, mayDecide } from '@/lib/changesets/evaluate'
import { requestedChangeOf } from '@/lib/changesets/parse'
import { publicationOf } from '@/lib/changesets/publish-or-keep'
import { RefusalError, refuse } from '@/lib/errors'
import { kindOf } from '@/lib/kinds/registry'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import type { Writing } from '@/lib/operations/writing'
import type { AccountActor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'
import { whyNot } from '@/lib/policy/refusals'
import type { PublishedEntry } from '@/lib/publishing/publication'
import { publish } from '@/lib/publishing/publish'
import { acceptSchema } from '@/lib/review/decision-schema'
import { earnTrust } from '@/lib/review/earn-trust'
import { isAboutClosedLife } from './closed-life'
import { lockThoseWhoDecide, voteFor } from './votes'
import { findWaiting, lockWaiting } from './waiting'

export type AcceptResult =
  | { outcome: 'published'; event: number; entries: PublishedEntry[] }
  /** Your word counts; another moderator's is needed too. */
  | { outcome: 'voted'; missing: number }
  /** Everything it proposed is there already. */
  | { outcome: 'overtaken' }

type Accepting = Writing<
  'submission.accept' | 'submission.overtaken' | 'submission.vote' | 'account.earn-trust',
  'submission.accepted' | 'submission.overtaken' | 'submission.voted' | 'account.role-changed'
>

/**
 * Accepts the round of a submission that was looked at, and publishes it whole, as its author's, merged with what was
 * published meanwhile. Refuses when it was decided or amended before, and where the rules say no; answers a conflict
 * with every text.
 */
export const accept = operation({
  name: 'submission.accept',
  who: 'account',
  input: acceptSchema,
  audits: ['submission.accept', 'submission.overtaken', 'submission.vote', 'account.earn-trust'],
  announces: ['submission.accepted', 'submission.overtaken', 'submission.voted', 'account.role-changed'],
  idempotency: ({ key, submissionId, roundNumber }) => ({
    key,
    body: { accept: submissionId, round: roundNumber },
  }),
  run: (context, { key: _, ...seen }) =>
    conflictable(async () => {
      const { actor } = context
      const before = async (tx: Tx) => void (await lockWaiting(tx, actor, seen))
      // A conflict, which tells every text, comes after this: only those who may decide learn of one.
      const requested = async () => (await findWaiting(primary(), actor, seen)).items.map(requestedChangeOf)
      const written = applyChangeset({ context, before }, requested, async (writing, locked) =>
        decide(writing, locked, await findWaiting(writing.tx, locked.actor, seen)),
      )
      return written.catch((error) => {
        if (error instanceof ConflictError) demandSightOf(actor, error)
        throw error
      })
    }),
})

/** What an edit is based on may wait itself, and waiting texts are for those who moderate. */
function demandSightOf(actor: AccountActor, { conflicts }: ConflictError): void {
  const first = conflicts.find((one) => one.buildsOn !== null)?.buildsOn
  if (first && !can(actor, 'moderate'))
    throw new RefusalError(refuse('conflict', codes().writing.decideFirst(first)))
}

async function decide(
  writing: Accepting,
  locked: Locked,
  { submission, roundId, roundNumber }: SubmissionWithRound,
): Promise<AcceptResult> {
  const { tx, audited, happened } = writing
  const { actor, cases } = locked
  const { id: submissionId, authorId } = submission
  const round = { submissionId, roundId, roundNumber, authorId, cases }
  // Who changes an account locks it first, and the publish lock last.
  await lockThoseWhoDecide(tx, actor, round)
  if (!mayDecide(actor, cases, authorId)) throw new RefusalError(whyNot(actor, 'decide'))
  const changed = changedIn(locked)
  const detail = { submission: submissionId, round: roundNumber }
  if (changed.length === 0) {
    await setSubmissionState(tx, submissionId, 'overtaken')
    audited('submission.overtaken', { accountId: authorId, detail })
    happened({ name: 'submission.overtaken', submissionId })
    return { outcome: 'overtaken' }
  }
  if (changed.some((one) => kindOf(one.kind).lacksOwnWords(one.content))) {
    throw new RefusalError(refuse('not_allowed', codes().writing.privateLifeNeedsOwnWords))
  }
  if (await isAboutClosedLife(tx, changed))
    throw new RefusalError(refuse('not_allowed', codes().writing.privateLifeClosed))
  const missing = await voteFor(writing, actor, round)
  if (missing > 0) return { outcome: 'voted', missing }
  await insertDecision(tx, { roundId, verdict: 'accept', byId: actor.id })
  await setSubmissionState(tx, submissionId, 'accepted')
  audited('submission.accept', { accountId: authorId, detail })
  happened({ name: 'submission.accepted', submissionId })
  const { summary, isMinor } = submission
  const meta = {
    summary,
    isMinor,
    submissionId,
    author: { accountId: authorId },
    via: 'accept' as const,
    isReviewed: true,
  }
  const published = await publish(tx, changed.map(publicationOf), meta)
  await earnTrust(writing, authorId)
  return { outcome: 'published', ...published }
}
