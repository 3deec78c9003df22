import { z } from 'zod'
import { submissionState } from '@/db/submissions/schema'
import { idempotencyKey } from '@/lib/changesets/schema'
import { postedId } from '@/lib/input/numbers'

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
