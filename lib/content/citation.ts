import { z } from 'zod'
import { entryRef, line, storable } from '@/lib/text/plain'
import { citationLimits } from './citation-limits'

export const stances = ['supports', 'contradicts', 'narrows', 'supersedes', 'background'] as const
export const directnesses = ['original', 'report'] as const
export const openings = ['yes', 'not_yet', 'unavailable'] as const

/** A citation: how a source supports a fact or a passage of a page. */
export const citationSchema = z.strictObject({
  source: entryRef,
  stance: z.enum(stances),
  directness: z.enum(directnesses),
  /** Whether anybody here has read the passage. */
  opened: z.enum(openings),
  /** Where in the source: a page, a minute, a section. */
  locator: line(citationLimits.locator).nullable(),
  /** An exact quote. */
  quote: line(citationLimits.quote).nullable(),
  /** Through whom the source was seen. */
  via: line(citationLimits.via).nullable(),
  /** For editors; shown on the fact's own page only. */
  note: storable(citationLimits.note).trim().nullable(),
})

export type Citation = z.infer<typeof citationSchema>
