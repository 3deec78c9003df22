import { z } from 'zod'
import { isStorable } from '@/lib/content/plain'
import { numberOfAddress } from '@/lib/entries/addresses'
import { idempotencyKey } from '@/lib/submissions/schema'
import { errors } from '@/lib/texts/en/errors'
import { reports } from '@/lib/texts/en/reports'
import { categories } from './categories'
import { outcomes } from './outcomes'
import { type Asked, askedKinds } from './path'
import { MOST_ANSWER, MOST_WORDS } from './words'

/** Paragraphs of plain words, at most `most` characters; the refusal says how many there are too many. */
const words = (most: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .refine(isStorable, errors.content.unstorable)
    .superRefine((text, context) => {
      const over = countCharacters(text) - most
      if (over > 0) context.addIssue({ code: 'custom', message: reports.tooLong(over, most) })
    })

function countCharacters(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** Of a version in a history: what about it is reported. */
export const parts = ['edit', 'summary', 'name'] as const

const asked = z
  .object({ kind: z.enum(askedKinds), id: z.string().transform(numberOfAddress) })
  .transform(({ kind, id }): Asked => (id === null ? null : { kind, id }))
  .catch(null)

export const reportSchema = z
  .object({
    key: idempotencyKey,
    kind: z.unknown().optional(),
    id: z.unknown().optional(),
    part: z.enum(parts).optional().catch(undefined),
    from: z.string().max(2_000).catch('/').default('/'),
    category: z.enum(categories, reports.chooseCategory),
    words: words(MOST_WORDS),
  })
  .refine(({ category, words }) => category !== 'other' || words !== '', {
    path: ['words'],
    message: reports.sayWhat,
  })
  .transform(({ kind, id, ...rest }) => ({ ...rest, asked: asked.parse({ kind, id }) }))

const reportId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)

export const closeSchema = z.object({
  reportId,
  outcome: z.enum(outcomes, reports.close.chooseOutcome),
  answer: words(MOST_ANSWER),
})

export const oneReportSchema = z.object({ reportId })
