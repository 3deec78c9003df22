import type { Tx } from '@/db/postgres/client'
import {
  insertRound,
  insertSubmission,
  putBackInQueue,
  setSubmissionState,
} from '@/db/submissions/submissions'
import { wantKept } from '@/lib/captures/want'
import { hashOf } from '@/lib/content/hash'
import { RefusalError, refuse } from '@/lib/errors'
import { recordEvent } from '@/lib/events/record-event'
import { kindOf } from '@/lib/kinds/registry'
import { codes } from '@/lib/messages/codes'
import { can } from '@/lib/policy/policy'
import type { Publication, PublishedEntry, RevisionMeta } from '@/lib/publishing/publication'
import { publish } from '@/lib/publishing/publish'
import type { Locked } from './apply'
import { changedIn } from './evaluate'
import type { MergedChange } from './merge'

/** What became of a write: on the page, or waiting for somebody else to look at it. */
export type SubmitResult =
  | { outcome: 'published'; event: number; entries: PublishedEntry[] }
  | { outcome: 'waiting'; submissionId: number }

export type Manner = Pick<RevisionMeta, 'summary' | 'isMinor' | 'via'> & { restoresNumber?: number | null }

/** A submission whose next round a changeset is: locked, with the number of its latest and whether that waits. */
export interface Amended {
  submissionId: number
  roundNumber: number
  isWaiting: boolean
}

/**
 * Publishes a locked changeset where the rules let its author publish every entry of it; keeps it otherwise: as a
 * submission of its own, or as the next round of the one that it amends. Throws a `RefusalError` when nothing would
 * change.
 */
export async function publishOrKeep(
  tx: Tx,
  locked: Locked,
  manner: Manner,
  amended: Amended | null = null,
): Promise<SubmitResult> {
  const { actor } = locked
  const changed = changedIn(locked)
  if (changed.length === 0) throw new RefusalError(refuse('no_change', codes().writing.noChange))
  const { restoresNumber, ...rest } = manner
  if (!mayPublishNow(locked)) return keep(tx, locked, rest, amended)
  const publications = changed.map((one) => ({ ...publicationOf(one), restoresNumber }))
  if (amended) await setSubmissionState(tx, amended.submissionId, 'accepted')
  const meta = {
    ...rest,
    author: { accountId: actor.id },
    isReviewed: can(actor, 'moderate'),
    ...(amended && { submissionId: amended.submissionId }),
  }
  return { outcome: 'published', ...(await publish(tx, publications, meta)) }
}

/** What fits today's texts only together with an edit that waits, waits like that one, whoever wrote it. */
export const mayPublishNow = ({
  actor,
  cases,
  changes,
}: Pick<Locked, 'actor' | 'cases' | 'changes'>): boolean =>
  !changes.some((one) => one.basedOn?.isBound) &&
  cases.every(({ subject, change }) => can(actor, 'publish', subject, change))

async function keep(
  tx: Tx,
  locked: Locked,
  { summary, isMinor }: Manner,
  amended: Amended | null,
): Promise<SubmitResult> {
  const values = { authorId: locked.actor.id, summary, isMinor }
  const items = changedIn(locked).map(itemOf)
  if (!amended) {
    const submissionId = await insertSubmission(tx, values, items)
    recordEvent(tx, { name: 'submission.sent', actorId: values.authorId, submissionId })
    wantKept(tx, submissionId, changedIn(locked))
    return { outcome: 'waiting', submissionId }
  }
  const { submissionId, roundNumber, isWaiting } = amended
  await insertRound(tx, submissionId, roundNumber + 1, items)
  await putBackInQueue(tx, submissionId, { summary, isMinor }, !isWaiting)
  wantKept(tx, submissionId, changedIn(locked))
  return { outcome: 'waiting', submissionId }
}

/** A merged change as a publication. */
export function publicationOf(one: MergedChange): Publication {
  return { ...one, parentNumber: one.headNumber, touches: one.change.touches }
}

/** A merged change as an item of a submission's round: merged, unless it is based on an edit that is still open. */
function itemOf(one: MergedChange) {
  const { content, baseNumber } = one.basedOn ?? { ...one, baseNumber: one.headNumber }
  return {
    position: one.position,
    entryKind: one.kind,
    entryId: one.entryId,
    baseNumber: one.entryId === null ? null : baseNumber,
    baseRoundId: one.basedOn?.base.roundId ?? null,
    schemaVersion: kindOf(one.kind).version,
    content,
    hash: hashOf('', content),
    touches: [...one.change.touches].sort(),
  }
}
