import type { Citation } from '@/lib/content/citation'
import { citationLimits } from '@/lib/content/citation-limits'
import { citationOf } from '@/lib/content/fresh-citation'
import type { Asking } from '@/lib/input/address'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { UNITS } from '@/lib/text/graphemes'
import { line, storable } from '@/lib/text/plain'
import { newFactSchema } from './new-fact-schema'
import { findNamedSource } from './new-fact-sources'

/** The parts of an address in which a source goes along from one form of a fact to that of another. */
export type CarriedWords = Asking<'where' | 'whereSource' | 'quote' | 'locator' | 'directness' | 'opened'>

/** A source that goes along: its citation, which names a new source by `fresh` as its form does. */
export interface CarriedSource {
  citation: Omit<Citation, 'source'>
  source: number | SourceContent
}

/** What fits of a passage, whatever else the address says. */
const passage = (most: number) =>
  storable(most * UNITS)
    .trim()
    .pipe(line(most))
    .catch('')
    .transform((text) => text || null)

/** The same as it was typed. */
export const carriedSchema = newFactSchema
  .pick({ where: true, whereSource: true, directness: true, opened: true })
  .extend({ quote: passage(citationLimits.quote), locator: passage(citationLimits.locator) })

/** The source that an address carries; null for none. What does not fit is left out: it is kept where it was typed. */
export async function carriedSourceOf(words: CarriedWords): Promise<CarriedSource | null> {
  const read = carriedSchema.safeParse(words)
  if (!read.success) return null
  const { where, whereSource, directness, ...rest } = read.data
  const found = await findNamedSource({ field: 'where', text: where, chosen: whereSource })
  if (found === null) return null
  const { source: _, ...citation } = citationOf(0, { ...rest, ...(directness && { directness }) })
  return { citation, source: 'source' in found ? found.source : found.fresh }
}
