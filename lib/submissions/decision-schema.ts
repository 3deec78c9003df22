import { z } from 'zod'
import { submissionState } from '@/db/schema/submissions'
import { line, storable } from '@/lib/content/plain'
import { postedId } from '@/lib/input/numbers'
import { issueText } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import { queueFilters } from '@/lib/submissions/queue-view'
import { idempotencyKey, MOST_SUMMARY } from './schema'

export const MOST_REASON = 2000

const seen = {
  key: idempotencyKey,
  submissionId: postedId,
  roundNumber: postedId,
}

/** The part of the queue that a form of it goes on with. */
export const queuePartSchema = z.object({ of: z.enum(queueFilters).nullish().catch(null) })

function isOffered(reason: string): boolean {
  const { decline, request_changes } = messages().review.turnDown
  return decline.canned.includes(reason) || request_changes.canned.includes(reason)
}

export const acceptSchema = z.object(seen)

/** A reason in the moderator's words, or else one of those that were offered: for declining, and for asking for changes. */
export const turnDownSchema = z
  .object({
    ...seen,
    reason: storable(MOST_REASON * 2)
      .trim()
      .refine((text) => text.length <= MOST_REASON, issueText('review.reasonTooLong', MOST_REASON))
      .default(''),
    canned: storable(MOST_REASON).refine(isOffered).nullish().catch(null),
  })
  .transform(({ canned, reason, ...rest }) => ({ ...rest, reason: reason || (canned ?? '') }))

export const revertSchema = z.object({
  key: idempotencyKey,
  revisionId: postedId,
  summary: line(MOST_SUMMARY),
})

/** Which round of their submission an author acts on, and how it stood when they looked. */
export const ownSeenSchema = z.object({
  submissionId: postedId,
  roundNumber: postedId,
  state: z.enum(submissionState.enumValues),
})

/** Which submission of theirs an author has looked at. */
export const seenSchema = z.object({ submissionId: postedId })

/** The same as `ownSeenSchema`, to be done once. */
export const ownSchema = ownSeenSchema.extend({ key: idempotencyKey })
