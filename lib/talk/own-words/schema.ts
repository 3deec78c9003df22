import { z } from 'zod'
import { postedId } from '@/lib/input/numbers'
import { issueText } from '@/lib/messages/message'
import { paragraphs } from '@/lib/text/paragraphs'
import { line } from '@/lib/text/plain'

/** In characters (code points). */
export const MOST_OWN_WORDS = 1_000

export const sendOwnWordsSchema = z.object({
  words: paragraphs(MOST_OWN_WORDS, (over) => issueText('talk.refused.tooLong', over, MOST_OWN_WORDS))
    .transform((text) => text.replace(/\n{3,}/g, '\n\n'))
    .refine((text) => text !== '', issueText('talk.refused.noWords')),
})

export const withdrawOwnWordsSchema = z.object({
  /** Those that wait, or those that are shown. */
  which: z.enum(['waiting', 'shown']),
})

/** Let be shown; or not, or not any more, with a reason. */
export const decideOwnWordsSchema = z.discriminatedUnion('verdict', [
  z.object({ wordsId: postedId, verdict: z.literal('pass') }),
  z.object({
    wordsId: postedId,
    verdict: z.literal('decline'),
    reason: line(300).refine((text) => text !== '', issueText('talk.refused.giveReason')),
  }),
])
