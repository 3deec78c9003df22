import { z } from 'zod'
import { MOST_KEYS } from '@/lib/content/bounds'
import { documentSchema, leadSchema, richLineSchema } from '@/lib/content/document'
import { gateSchema } from '@/lib/content/gate'
import { listOf, recordOf } from '@/lib/input/lists'
import { issueText } from '@/lib/messages/message'
import { coded, entryRef, languageTag } from '@/lib/text/plain'
import { titleSchema } from '@/lib/titles/title'

/** The content of a page's revision. */
export const pageContentSchema = z.strictObject({
  title: titleSchema,
  /** The key of one of the wiki's page kinds. */
  kind: coded(/^[a-z][a-z0-9_]*$/, 40, issueText('errors.page.kind')),
  /** BCP 47. */
  language: languageTag,
  lead: leadSchema,
  /** By the key of the kind's infobox field. */
  infobox: recordOf(coded(/^[a-z][a-z0-9_]*$/, 60), richLineSchema, MOST_KEYS),
  /** How far in a work a reader must be to see a value of the infobox, by its key; missing for those open to everybody. */
  gates: recordOf(coded(/^[a-z][a-z0-9_]*$/, 60), gateSchema, MOST_KEYS).optional(),
  body: documentSchema,
  /** Category pages. */
  categories: listOf(entryRef, 50),
  /** Persons: living unless stated otherwise. Others: null. */
  isLiving: z.boolean().nullable(),
  /** Seasons, episodes and volumes: their place in a work. */
  ordinal: z.strictObject({ work: entryRef, number: z.number().int().min(0).max(10_000) }).nullable(),
  /** How far in a work a reader must be to see any of it; missing where it is open to everybody. */
  gate: gateSchema.optional(),
})

export type PageContent = z.infer<typeof pageContentSchema>

/** The values of a page's infobox that are behind no gate of their own. */
export const openInfobox = ({ infobox, gates = {} }: PageContent): PageContent['infobox'] =>
  Object.fromEntries(Object.entries(infobox).filter(([key]) => (gates[key]?.kind ?? 'none') === 'none'))
