import { z } from 'zod'
import { idempotencyKey } from '@/lib/changesets/schema'
import { postedId } from '@/lib/input/numbers'
import { issueText } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import { storable } from '@/lib/text/plain'
import { queueFilters } from './queue-view'

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
