import { z } from 'zod'
import { documentSchema, leadSchema, richLineSchema } from '@/lib/content/document'
import { entryRef } from '@/lib/content/plain'
import { errors } from '@/lib/texts/en/errors'
import { titleSchema } from '@/lib/titles/title'

/** The content of a page's revision. */
export const pageContentSchema = z.strictObject({
  title: titleSchema,
  /** The key of one of the wiki's page kinds. */
  kind: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, errors.page.kind),
  /** BCP 47. */
  language: z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, errors.page.language),
  lead: leadSchema,
  /** By the key of the kind's infobox field. */
  infobox: z.record(z.string().regex(/^[a-z][a-z0-9_]{0,59}$/), richLineSchema),
  body: documentSchema,
  /** Category pages. */
  categories: z.array(entryRef).max(50),
  /** Persons: living unless stated otherwise. Others: null. */
  isLiving: z.boolean().nullable(),
  /** Seasons, episodes and volumes: their place in a work. */
  ordinal: z.strictObject({ work: entryRef, number: z.number().int().min(0).max(10_000) }).nullable(),
})

export type PageContent = z.infer<typeof pageContentSchema>
