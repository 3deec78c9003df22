import { z } from 'zod'
import { citationSchema } from '@/lib/content/citation'
import { statementSchema } from '@/lib/content/document'
import { gateSchema } from '@/lib/content/gate'
import { countGraphemes } from '@/lib/content/graphemes'
import { entryRef, line, partialDate, storable } from '@/lib/content/plain'
import { errors } from '@/lib/texts/en/errors'

export const MOST_STATEMENT = 600

const statementText = (statement: { text: string }[]) => statement.map((node) => node.text).join('')

/** The content of a fact's revision: one claim, who said it, where, on which sources. */
export const factContentSchema = z.strictObject({
  statement: statementSchema
    .refine((statement) => statementText(statement).trim() !== '', errors.fact.statement)
    .refine(
      (statement) => countGraphemes(statementText(statement)) <= MOST_STATEMENT,
      errors.content.atMost(MOST_STATEMENT),
    ),
  /** The pages it is about; the first is the main one. */
  about: z
    .array(entryRef)
    .min(1, errors.fact.about)
    .max(20)
    .refine((ids) => new Set(ids).size === ids.length, errors.fact.aboutTwice),
  speaker: entryRef.nullable(),
  saidTo: line(200).nullable(),
  saidOn: partialDate.nullable(),
  topics: z.array(line(60)).max(20),
  gate: gateSchema,
  /** Sexuality, relationships, health, family, home, childhood of a living person. */
  isPrivateLife: z.boolean(),
  citations: z.array(citationSchema).max(50),
  /** For editors; shown on the fact's own page only. */
  note: storable(4000).trim().nullable(),
})

export type FactContent = z.infer<typeof factContentSchema>
