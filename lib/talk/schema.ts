import { z } from 'zod'
import { idempotencyKey } from '@/lib/changesets/schema'
import { postedId } from '@/lib/input/numbers'
import { issueText } from '@/lib/messages/message'
import { paragraphs } from '@/lib/text/paragraphs'
import { line } from '@/lib/text/plain'
import { strengths } from '@/lib/withholding/strength'

export const MOST_SUBJECT = 120
/** In characters (code points). */
export const MOST_COMMENT = 5_000
const MOST_OUTCOME = 200

const words = paragraphs(MOST_COMMENT, (over) => issueText('talk.refused.tooLong', over, MOST_COMMENT))
  .transform((text) => text.replace(/\n{3,}/g, '\n\n'))
  .refine((text) => text !== '', issueText('talk.refused.noWords'))

const reason = line(300).refine((text) => text !== '', issueText('talk.refused.giveReason'))

/** The page of the place until which it tells; empty for nothing beyond the entry. */
const gate = z.union([z.literal('').transform(() => null), postedId]).nullable()

/** A thread about an entry, with the comment that it begins with. */
export const startSchema = z.object({
  key: idempotencyKey,
  entryId: postedId,
  subject: line(MOST_SUBJECT).refine((text) => text !== '', issueText('talk.refused.noSubject')),
  words,
  gate: gate.optional(),
})

export const replySchema = z.object({
  key: idempotencyKey,
  threadId: postedId,
  /** The number of the comment that it answers. */
  answers: z
    .union([z.literal('').transform(() => null), postedId])
    .nullable()
    .default(null),
  words,
  gate: gate.optional(),
})

/** What is written in a submission's conversation. */
export const converseSchema = z.object({ key: idempotencyKey, submissionId: postedId, words })

/** Without a gate that stays as it is. */
export const editCommentSchema = z.object({ commentId: postedId, words, gate: gate.optional() })
export const oneCommentSchema = z.object({ commentId: postedId })
export const declineCommentSchema = z.object({ commentId: postedId, reason })
export const settleSchema = z.object({ threadId: postedId, outcome: line(MOST_OUTCOME).default('') })
export const oneThreadSchema = z.object({ threadId: postedId })

export const withholdCommentSchema = z.object({
  commentId: postedId,
  strength: z.enum(strengths, issueText('withholding.form.chooseStrength')),
  reason,
})
