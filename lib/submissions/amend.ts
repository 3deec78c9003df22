import { primary, type Tx } from '@/db/client'
import type { SubmissionWithRound } from '@/db/queries/submissions'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { audit } from '@/lib/audit'
import { isSame } from '@/lib/content/canonical'
import { type Outcome, RefusalError, refuse } from '@/lib/errors'
import { recordEvent } from '@/lib/events/record-event'
import { messages } from '@/lib/messages/messages'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { demandOwnBases } from './base-text'
import { type ConflictRefusal, conflictable } from './conflict'
import { findOwn, lockOwn, type OvertakenRefusal, type OwnSeen } from './own'
import { type Wanted, wantedOf } from './prepare'
import { type Manner, publishOrKeep, type SubmitResult } from './publish-or-keep'
import type { Changeset } from './schema'
import { parseChangeset } from './submit'
import { type Locked, write } from './write'

/**
 * Puts another text in place of what a submission of one's own proposed: its next round, on which nobody has voted yet.
 * It waits then, also when it was declined or taken back; while it waited it keeps its place in the queue. Published at
 * once where the rules now let its author. Refuses what was decided since the author looked, and a text that is the same;
 * answers a conflict with every text.
 */
export async function amend(
  actor: AccountActor,
  changeset: Changeset,
  seen: OwnSeen,
  { network }: Origin,
): Promise<Outcome<SubmitResult> | ConflictRefusal | OvertakenRefusal> {
  return conflictable(async () => {
    const { key, summary, isMinor } = changeset
    const proposed = parseChangeset(changeset)
    await demandOwnBases(primary(), actor.id, proposed)
    const wanted = async () => {
      const found = await findOwn(primary(), actor, 'amend', seen)
      demandDifference(found, proposed, { summary, isMinor })
      return proposed
    }
    // Asked before the merge, too: what was published a moment ago would be told as a conflict.
    const body = { amend: seen, ...changeset }
    const before = async (tx: Tx) => void (await lockOwn(tx, actor, 'amend', seen))
    const request = { actor, key, body, bound: 'kept' as const, before }
    const result = await write(request, wanted, async (tx, locked) => {
      await traceNetwork(tx, { accountId: actor.id, operation: 'amend', network })
      return nextRound(tx, locked, 'amend', seen, { summary, isMinor, via: 'edit' })
    })
    return { ok: true, ...result }
  })
}

const sentAgain = { amend: 'submission.amended', reopen: 'submission.reopened' } as const

/** Publishes what was locked, or keeps it as the next round of the submission; says so in an audit record. */
export async function nextRound(
  tx: Tx,
  locked: Locked,
  act: 'amend' | 'reopen',
  seen: OwnSeen,
  manner: Manner,
): Promise<SubmitResult> {
  const { actor } = locked
  const { submission, roundNumber } = await findOwn(tx, actor, act, seen)
  const amended = { submissionId: submission.id, roundNumber, isWaiting: submission.state === 'waiting' }
  const done = await publishOrKeep(tx, locked, manner, amended)
  const detail = { submission: submission.id, round: roundNumber + 1, outcome: done.outcome }
  await audit(tx, { actor, act: `submission.${act}`, accountId: actor.id, detail })
  recordEvent(tx, { name: sentAgain[act], actorId: actor.id, submissionId: submission.id })
  return done
}

/** While it waits, the same text sent again would cost it the votes that it has. */
function demandDifference(
  { submission, items }: SubmissionWithRound,
  proposed: Wanted[],
  { summary, isMinor }: Pick<Manner, 'summary' | 'isMinor'>,
) {
  if (submission.state !== 'waiting' || submission.summary !== summary || submission.isMinor !== isMinor)
    return
  if (isSame(items.map(wantedOf).map(textOf), proposed.map(textOf)))
    throw new RefusalError(refuse('no_change', messages().writing.noChange))
}

const textOf = ({ kind, entryId, content }: Wanted) => ({ kind, entryId, content })
