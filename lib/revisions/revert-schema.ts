import { z } from 'zod'
import { idempotencyKey, MOST_SUMMARY } from '@/lib/changesets/schema'
import { postedId } from '@/lib/input/numbers'
import { line } from '@/lib/text/plain'

export const revertSchema = z.object({
  key: idempotencyKey,
  revisionId: postedId,
  summary: line(MOST_SUMMARY),
})
