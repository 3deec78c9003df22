import { z } from 'zod'
import { idempotencyKey, MOST_SUMMARY } from '@/lib/changesets/schema'
import { posted, postedId } from '@/lib/input/numbers'
import { MOST_STATEMENT } from '@/lib/kinds/schemas/fact'
import { issueText } from '@/lib/messages/message'
import { UNITS } from '@/lib/text/graphemes'
import { line, storable } from '@/lib/text/plain'

/** The most citations of a fact. */
export const MOST_CITATIONS = 50

/** Where a citation goes: with the first statement, the second, or both. */
export const sides = ['both', 'first', 'second'] as const

const statement = storable(MOST_STATEMENT * UNITS, issueText('newFact.tooLong', MOST_STATEMENT))
  .default('')
  .transform((text) => text.replace(/\s+/gu, ' ').trim())
  .pipe(line(MOST_STATEMENT, issueText('newFact.tooLong', MOST_STATEMENT)))
  .refine((text) => text !== '', issueText('newFact.statementMissing'))

const side = z.enum(sides).catch('both')

/** A fact split in two: what each says, and which of the fact's citations, by their places, back it. */
export const splitSchema = z.object({
  key: idempotencyKey,
  entryId: postedId,
  baseNumber: posted(z.number().int().positive()),
  first: statement,
  second: statement,
  ...Object.fromEntries(Array.from({ length: MOST_CITATIONS }, (_, at) => [`citation${at}`, side])),
  summary: line(MOST_SUMMARY).default(''),
})
