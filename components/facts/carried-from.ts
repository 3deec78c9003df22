import type { NewSources } from '@/components/editor/citations/references'
import type { Citation } from '@/lib/content/citation'
import type { CarriedWords } from '@/lib/facts/carried-source'
import { nameOfSource } from '@/lib/kinds/source-name'

/** The first source of a form, as it goes along to that of another fact; nothing where none is chosen yet. */
export function carriedFrom(citations: readonly Citation[], newSources: NewSources): CarriedWords {
  const first = citations.find(({ source }) => source > 0 || newSources[source])
  if (!first) return {}
  const { source, directness, opened, quote, locator } = first
  const fresh = newSources[source]
  const where = fresh ? [fresh.title || fresh.description, fresh.url].filter(Boolean).join(' ') : null
  return {
    where: where || (fresh ? nameOfSource(fresh) : null),
    whereSource: fresh ? null : String(source),
    directness,
    opened,
    quote,
    locator,
  }
}
