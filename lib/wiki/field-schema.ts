import { z } from 'zod'
import { fieldType } from '@/db/wiki/schema'
import { issueText } from '@/lib/messages/message'
import { coded, line } from '@/lib/text/plain'

const named = line(100).refine((text) => text !== '', issueText('wiki.field.giveLabel'))
const orNone = (most: number) =>
  line(most)
    .transform((text) => text || null)
    .nullable()
    .optional()

/** A change of an infobox field: what is left out stays as it is; an empty text takes one away. */
export const changeFieldSchema = z.object({
  kind: coded(/^[a-z][a-z0-9_]*$/, 40),
  key: coded(/^[a-z][a-z0-9_]*$/, 60),
  label: named.optional(),
  type: z.enum(fieldType.enumValues, issueText('wiki.field.chooseType')).optional(),
  unit: orNone(20),
  isRequired: z.boolean().optional(),
  help: orNone(300),
  section: orNone(100),
  reverseLabel: orNone(100),
  isOffered: z.boolean().optional(),
  reason: line(300).refine((text) => text !== '', issueText('moderating.giveReason')),
})
