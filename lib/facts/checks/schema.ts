import { z } from 'zod'
import { postedId } from '@/lib/input/numbers'
import { KEY_LENGTH } from '@/lib/kinds/checked-key'
import { line, storable } from '@/lib/text/plain'

export const verdicts = ['says', 'in_part', 'not'] as const
export type Verdict = (typeof verdicts)[number]
export const MOST_PLACE = 300

/** Which citation of which fact, by the fact's number. */
export const citationAsked = z.object({
  fact: postedId,
  key: line(KEY_LENGTH),
})

/** What somebody says of a citation, and how they know: the passage, the place, or a copy of their own. */
export const sayCheckSchema = citationAsked.extend({
  verdict: z.enum(verdicts),
  passage: storable(MOST_PLACE).trim().optional(),
  place: storable(MOST_PLACE).trim().optional(),
  owned: z.literal('on').optional(),
})
export type SaidCheck = z.output<typeof sayCheckSchema>

/** One's own check. */
export const takeBackSchema = z.object({ check: postedId })
