import type { Citation } from '@/lib/content/citation'
import { citationLimits } from '@/lib/content/citation-limits'
import { citationOf } from '@/lib/content/fresh-citation'
import type { Asking } from '@/lib/input/address'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { line } from '@/lib/text/plain'
import { newFactSchema } from './new-fact-schema'
import { findNamedSource } from './new-fact-sources'

/** The parts of an address in which a source goes along from one form of a fact to that of another. */
export type CarriedWords = Asking<'where' | 'whereSource' | 'quote' | 'locator' | 'directness' | 'opened'>

/** A source that goes along: its citation, which names a new source by `fresh` as its form does. */
export interface CarriedSource {
  citation: Omit<Citation, 'source'>
  source: number | SourceContent
}

const short = (most: number) => line(most).nullable().catch(null)
/** What of an address is read as the form of a new fact reads it. */
export const carriedSchema = newFactSchema.pick({
  where: true,
  whereSource: true,
  directness: true,
  opened: true,
})

/** The source that an address carries; null for none. What does not fit is left out: it is kept where it was typed. */
export async function carriedSourceOf(words: CarriedWords): Promise<CarriedSource | null> {
  const { where, whereSource, directness, opened } = words
  const read = carriedSchema.safeParse({
    where: where ?? '',
    whereSource: whereSource ?? '',
    directness,
    opened,
  })
  if (!read.success) return null
  const found = await findNamedSource({
    field: 'where',
    text: read.data.where,
    chosen: read.data.whereSource,
  })
  if (found === null) return null
  const { source: _, ...citation } = citationOf(0, {
    directness: read.data.directness,
    opened: read.data.opened,
    quote: short(citationLimits.quote).parse(words.quote?.trim() || null),
    locator: short(citationLimits.locator).parse(words.locator?.trim() || null),
  })
  return { citation, source: 'source' in found ? found.source : found.fresh }
}
