import { z } from 'zod'
import { idempotencyKey } from '@/lib/changesets/schema'
import { posted, postedId } from '@/lib/input/numbers'
import { issueText } from '@/lib/messages/message'
import { line, storable } from '@/lib/text/plain'

/** The other, chosen by name: null where its number was typed instead. */
const chosen = posted(z.number().int().positive()).nullable().catch(null)

/** Which entry is merged into which: the other by its id, or by the number in its address, or the address itself. */
export const mergeSchema = z.object({
  entryId: postedId,
  into: storable(2_000).trim().default(''),
  intoSource: chosen,
  reason: line(300).refine((text) => text !== '', issueText('moderating.giveReason')),
  key: idempotencyKey,
})
