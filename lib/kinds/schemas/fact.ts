import { z } from 'zod'
import { citationSchema } from '@/lib/content/citation'
import { statementSchema } from '@/lib/content/document'
import { gateSchema } from '@/lib/content/gate'
import { listOf } from '@/lib/input/lists'
import { issueText } from '@/lib/messages/message'
import { atMostGraphemes, entryRef, line, storable } from '@/lib/text/plain'
import { writtenDate } from './written-date'

export const MOST_STATEMENT = 600

const statementText = (statement: { text: string }[]) => statement.map((node) => node.text).join('')

/** The content of a fact's revision: one claim with its speaker and sources. */
export const factContentSchema = z.strictObject({
  statement: statementSchema
    .refine((statement) => statementText(statement).trim() !== '', issueText('errors.fact.statement'))
    .check(atMostGraphemes(MOST_STATEMENT, statementText)),
  /** The pages it is about; the first is the main one. */
  about: listOf(entryRef, 20)
    .refine((ids) => ids.length > 0, issueText('errors.fact.about'))
    .refine((ids) => new Set(ids).size === ids.length, issueText('errors.fact.aboutTwice')),
  speaker: entryRef.nullable(),
  saidTo: line(200).nullable(),
  saidOn: writtenDate.nullable(),
  topics: listOf(line(60), 20),
  gate: gateSchema,
  /** Sexuality, relationships, health, family, home, childhood of a living person. */
  isPrivateLife: z.boolean(),
  citations: listOf(citationSchema, 50),
  /** For editors; shown on the fact's own page only. */
  note: storable(4000).trim().nullable(),
})

export type FactContent = z.infer<typeof factContentSchema>
