import type { Tx } from '@/db/client'
import { insertSubmission } from '@/db/queries/submissions'
import { hashOf } from '@/lib/content/canonical'
import { CONTENT_VERSION } from '@/lib/content/content'
import { RefusalError, refuse } from '@/lib/errors'
import { can } from '@/lib/policy/policy'
import type { Circumstances, Publication, PublishedEntry } from '@/lib/revisions/publication'
import { publish } from '@/lib/revisions/publish'
import { writing } from '@/lib/texts/en/writing'
import type { Prepared } from './prepare'
import type { Locked } from './write'

/** What became of a write: on the page, or waiting for somebody else to look at it. */
export type SubmitResult =
  | { outcome: 'published'; event: number; entries: PublishedEntry[] }
  | { outcome: 'waiting'; submissionId: number }

export type Manner = Pick<Circumstances, 'summary' | 'isMinor' | 'via'> & { restoresNumber?: number | null }

/**
 * Publishes a locked changeset where the rules let its author publish every entry of it; keeps it as a submission
 * otherwise. Throws a `RefusalError` when nothing would change.
 */
export async function publishOrKeep(tx: Tx, locked: Locked, manner: Manner): Promise<SubmitResult> {
  const { actor, cases } = locked
  const changed = changedOf(locked)
  if (changed.length === 0) throw new RefusalError(refuse('no_change', writing.noChange))
  const { restoresNumber, ...rest } = manner
  if (!cases.every(({ subject, change }) => can(actor, 'publish', subject, change))) {
    const values = { authorId: actor.id, summary: rest.summary, isMinor: rest.isMinor }
    return { outcome: 'waiting', submissionId: await insertSubmission(tx, values, changed.map(itemOf)) }
  }
  const publications = changed.map((one) => ({ ...publicationOf(one), restoresNumber }))
  const author = { accountId: actor.id }
  const isReviewed = can(actor, 'moderate')
  return { outcome: 'published', ...(await publish(tx, publications, { ...rest, author, isReviewed })) }
}

/** The entries of a changeset that it changes at all, as things are now. */
export const changedOf = (locked: Locked) => locked.prepared.filter((one) => one.change.touches.size > 0)

/** A prepared change as a publication. */
export function publicationOf(one: Prepared): Publication {
  return { ...one, parentNumber: one.headNumber, touches: one.change.touches }
}

/** A prepared change as an item of a submission's round. */
export function itemOf(one: Prepared) {
  return {
    position: one.position,
    entryKind: one.kind,
    entryId: one.entryId,
    baseNumber: one.entryId === null ? null : one.headNumber,
    schemaVersion: CONTENT_VERSION,
    content: one.content,
    hash: hashOf('', one.content),
    touches: [...one.change.touches].sort(),
  }
}
