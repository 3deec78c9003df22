import { z } from 'zod'
import { listOf } from '@/lib/input/lists'
import { posted, postedId } from '@/lib/input/numbers'
import { issueText } from '@/lib/messages/message'
import { line } from '@/lib/text/plain'
import { strengths, withheldParts } from './strength'

const number = posted(z.number(issueText('withholding.noRange', 1)).int().min(1).max(1_000_000))
const reason = line(300).refine((text) => text !== '', issueText('withholding.form.giveReason'))

export const MOST_WORDS = 300
/** Long enough that erasing by words takes nothing else with it. */
const LEAST_WORDS = 6

/** What is withheld of which versions. Authors' names are never erased. */
export const withholdSchema = z
  .object({
    entryId: postedId,
    from: number,
    to: number,
    parts: z
      .preprocess(
        (given) => (typeof given === 'string' ? [given] : given),
        listOf(z.enum(withheldParts), withheldParts.length),
      )
      .catch([])
      .refine((parts) => parts.length > 0, issueText('withholding.form.chooseParts')),
    strength: z.enum(strengths, issueText('withholding.form.chooseStrength')),
    reason,
    words: line(MOST_WORDS).default(''),
  })
  .refine(({ strength, parts }) => strength !== 'erased' || !parts.includes('author'), {
    path: ['parts'],
    message: issueText('withholding.form.authorStays'),
  })
  .refine(({ strength, words }) => strength !== 'erased' || words === '' || words.length >= LEAST_WORDS, {
    path: ['words'],
    message: issueText('withholding.form.wordsShort', LEAST_WORDS),
  })
  .transform(({ words, ...rest }) => ({
    ...rest,
    words: rest.strength === 'erased' && words !== '' ? words : null,
  }))

export const liftSchema = z.object({ withholdingId: postedId, reason })
