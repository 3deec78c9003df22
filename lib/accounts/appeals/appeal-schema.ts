import { z } from 'zod'
import { appealOutcomes } from '@/db/accounts/schema'
import { postedId } from '@/lib/input/numbers'
import { issueText } from '@/lib/messages/message'
import { paragraphs } from '@/lib/text/paragraphs'

/** The longest appeal and the longest answer, in characters (code points). */
export const MOST_APPEAL = 2_000

const words = paragraphs(MOST_APPEAL, (over) => issueText('safety.appeal.tooLong', over, MOST_APPEAL))

export const sendAppealSchema = z.object({
  words: words.refine((text) => text !== '', issueText('safety.appeal.sayWhy')),
})

export const answerAppealSchema = z.object({
  appealId: postedId,
  outcome: z.enum(appealOutcomes, issueText('safety.appeal.queue.choose')),
  answer: words.refine((text) => text !== '', issueText('safety.appeal.queue.giveAnswer')),
})
