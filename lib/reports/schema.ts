import { z } from 'zod'
import { idempotencyKey } from '@/lib/changesets/schema'
import { numberOfAddress } from '@/lib/input/addresses'
import { listOf } from '@/lib/input/lists'
import { postedId } from '@/lib/input/numbers'
import { PIECE } from '@/lib/kinds/pieces'
import { contentKinds } from '@/lib/kinds/registry'
import { parseAddress } from '@/lib/mail/address'
import { issueText } from '@/lib/messages/message'
import { type Asked, type AskedKind, askedKinds } from '@/lib/reports/asked'
import { paths } from '@/lib/routes'
import { paragraphs } from '@/lib/text/paragraphs'
import { line, storable } from '@/lib/text/plain'
import { categories } from './categories'
import { outcomes } from './outcomes'
import { wishes } from './wishes'
import { MOST_ANSWER, MOST_WORDS } from './words'

const words = (most: number) => paragraphs(most, (over) => issueText('reports.tooLong', over, most))

/** Of a version in a history: the part that is reported. */
export const parts = ['edit', 'summary', 'name'] as const

function askedFor(kind: AskedKind | null, spelled: string | null): Asked {
  const id = numberOfAddress(spelled)
  return kind === null || id === null ? null : { kind, id }
}

const MOST_FACTS = 50

export const reportSchema = z
  .object({
    key: idempotencyKey,
    kind: z.enum(askedKinds).nullable().default(null).catch(null),
    id: storable(20).nullable().default(null).catch(null),
    part: z.enum(parts).optional().catch(undefined),
    /** Of a page: the piece of it that is reported. */
    piece: storable(70).regex(PIECE).nullable().default(null).catch(null),
    from: storable(2_000).catch(paths.home()).default(paths.home()),
    category: z.enum(categories, issueText('reports.chooseCategory')),
    words: words(MOST_WORDS),
    /** Of a person who says that a page is about them. */
    wish: z.enum(wishes).nullable().default(null).catch(null),
    factIds: z
      .preprocess((given) => (typeof given === 'string' ? [given] : given), listOf(postedId, MOST_FACTS))
      .default([])
      .catch([]),
    contact: line(300)
      .default('')
      .refine((text) => text === '' || parseAddress(text) !== null, issueText('reports.me.contactWrong'))
      .transform((text) => parseAddress(text)),
  })
  .refine(({ category, words }) => category !== 'other' || words !== '', {
    path: ['words'],
    message: issueText('reports.sayWhat'),
  })
  .transform(({ kind, id, ...rest }) => ({ ...rest, asked: askedFor(kind, id) }))

/** What one press says is locked too late: an entry, or a passage of it by where it stands there. */
export const lateLockSchema = z
  .object({
    kind: z.enum(contentKinds),
    id: storable(20),
    passage: storable(64)
      .regex(/^[\w-]+$/)
      .nullable()
      .default(null)
      .catch(null),
    from: storable(2_000).catch(paths.home()).default(paths.home()),
  })
  .transform(({ kind, id, ...rest }) => ({ ...rest, asked: askedFor(kind, id) }))

export const closeSchema = z.object({
  reportId: postedId,
  outcome: z.enum(outcomes, issueText('reports.close.chooseOutcome')),
  answer: words(MOST_ANSWER),
})

export const oneReportSchema = z.object({ reportId: postedId })

/** A moderator's decision about words that a report closed, and an answer for those who reported them. */
export const decideWordsSchema = z.object({
  checkedId: postedId,
  decision: z.enum(['upheld', 'withheld', 'changed'], issueText('reports.checked.choose')),
  answer: words(MOST_ANSWER).default(''),
})
