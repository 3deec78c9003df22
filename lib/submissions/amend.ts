import { primary, type Tx } from '@/db/postgres/client'
import type { SubmissionWithRound } from '@/db/submissions/submissions'
import { applyChangeset, type Locked } from '@/lib/changesets/apply'
import { demandOwnBases } from '@/lib/changesets/base-text'
import { type ConflictRefusal, conflictable } from '@/lib/changesets/conflict'
import { parseChangeset, type RequestedChange, requestedChangeOf } from '@/lib/changesets/parse'
import { type Manner, publishOrKeep, type SubmitResult } from '@/lib/changesets/publish-or-keep'
import { type Changeset, changesetSchema } from '@/lib/changesets/schema'
import { type Refusal, RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { type Context, operation } from '@/lib/operations/operation'
import type { Writing } from '@/lib/operations/writing'
import type { AccountActor } from '@/lib/policy/actor'
import { ownSeenSchema } from '@/lib/submissions/own-schema'
import { isSame } from '@/lib/text/canonical'
import { findOwn, lockOwn, type OvertakenRefusal, type OwnSeen } from './own'

type Amending = Context<AccountActor, 'submission.amend', 'submission.amended'>
type Amendment = Changeset & { amends: OwnSeen }

/**
 * Puts another text in place of what a submission of one's own proposed: its next round, on which nobody has voted yet.
 * It waits then, also when it was declined or taken back; while it waited it keeps its place in the queue. Published at
 * once where the rules now let its author. Refuses what was decided since the author looked, and a text that is the same;
 * answers a conflict with every text.
 */
export const amend = operation({
  name: 'submission.amend',
  who: 'entering',
  input: changesetSchema.safeExtend({ amends: ownSeenSchema }),
  audits: ['submission.amend'],
  announces: ['submission.amended'],
  idempotency: idempotencyOfAmendment,
  run: amendSubmission,
})

/** The key of an amendment stands for the submission as its author saw it, and the changeset. */
export function idempotencyOfAmendment({ amends, ...changeset }: Amendment) {
  return { key: changeset.key, body: { amend: amends, ...changeset } }
}

/** What `amend` does, for operations that make a changeset of something else. */
export function amendSubmission(
  context: Amending,
  { amends: seen, ...changeset }: Amendment,
): Promise<SubmitResult | Refusal | ConflictRefusal | OvertakenRefusal> {
  const { actor } = context
  return conflictable(async () => {
    const { summary, isMinor } = changeset
    const proposed = parseChangeset(changeset)
    await demandOwnBases(primary(), actor.id, proposed)
    const requested = async () => {
      const found = await findOwn(primary(), actor, 'amend', seen)
      demandDifference(found, proposed, { summary, isMinor })
      return proposed
    }
    // Asked before the merge, too: what was published a moment ago would be answered as a conflict.
    const before = async (tx: Tx) => void (await lockOwn(tx, actor, 'amend', seen))
    return applyChangeset(
      { context, bound: 'kept', authorId: context.actor.id, before },
      requested,
      async (writing, locked) => {
        writing.happened({ name: 'submission.amended', submissionId: seen.submissionId })
        return nextRound(writing, locked, 'amend', seen, { summary, isMinor, via: 'edit' })
      },
    )
  })
}

/** Publishes what was locked, or keeps it as the next round of the submission; says so in an audit record. */
export async function nextRound<A extends 'amend' | 'reopen'>(
  { tx, audited }: Writing<`submission.${A}`>,
  locked: Locked,
  act: A,
  seen: OwnSeen,
  manner: Manner,
): Promise<SubmitResult> {
  const { actor } = locked
  const { submission, roundNumber } = await findOwn(tx, actor, act, seen)
  const amended = { submissionId: submission.id, roundNumber, isWaiting: submission.state === 'waiting' }
  const done = await publishOrKeep(tx, locked, manner, amended)
  const detail = { submission: submission.id, round: roundNumber + 1, outcome: done.outcome }
  audited(`submission.${act}`, { accountId: actor.id, detail })
  return done
}

/** While it waits, the same text sent again would cost it the votes that it has. */
function demandDifference(
  { submission, items }: SubmissionWithRound,
  proposed: RequestedChange[],
  { summary, isMinor }: Pick<Manner, 'summary' | 'isMinor'>,
) {
  if (submission.state !== 'waiting' || submission.summary !== summary || submission.isMinor !== isMinor)
    return
  if (isSame(items.map(requestedChangeOf).map(textOf), proposed.map(textOf)))
    throw new RefusalError(refuse('no_change', codes().writing.noChange))
}

const textOf = ({ kind, entryId, content }: RequestedChange) => ({ kind, entryId, content })
