import { sourceOfWorkCalled } from '@/lib/citations/in-story'
import { findSameSource } from '@/lib/citations/same-source'
import { readSourceLine, sourceOfText } from '@/lib/citations/source-line'
import type { Citation } from '@/lib/content/citation'
import { citationOf } from '@/lib/content/fresh-citation'
import { seenInStory } from '@/lib/content/seen-in-story'
import { suggestedDirectness } from '@/lib/content/suggested-directness'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { sourceKeys } from '@/lib/kinds/source-keys'
import { writersScope } from '@/lib/policy/policy'
import { idAlong } from '@/lib/submissions/along'
import type { NewFact } from './new-fact-schema'

/** A source that the form of a new fact names: in which field, and what it was found to be. */
type Found = { field: string } & ({ source: number } | { fresh: SourceContent })

/**
 * The sources of a new fact: those that are here already, chosen by name or found by their link, and new ones. `fields`
 * names the form's field of each new source. What is known of the passage belongs to the first, else to the work in which it
 * happens.
 */
export async function findSourcesOfNewFact(
  input: NewFact,
): Promise<{ citations: Citation[]; sources: SourceContent[]; fields: string[] }> {
  const described = [
    { field: 'where', text: input.where, chosen: input.whereSource },
    { field: 'where2', text: input.where2, chosen: input.where2Source },
    { field: 'where3', text: input.where3, chosen: input.where3Source },
  ]
  const named = await Promise.all([findStory(input), ...described.map(findNamedSource)])
  const all = named.flatMap((one) => one ?? [])
  const found = all.filter((one, place) => all.findIndex((other) => isSame(one, other)) === place)
  const fresh = found.flatMap((one) => ('fresh' in one ? [one] : []))
  const { opened, quote, inStoryAt } = input
  const hasSource = input.whereSource !== null || Boolean(readSourceLine(input.where)?.url)
  const suggested = suggestedDirectness({ hasSpeaker: input.speaker !== '', hasSource, quote })
  const passage = {
    ...{ directness: input.directness ?? suggested, opened },
    ...{ quote: quote || null, locator: input.whereAt || null },
  }
  const first = found.find(({ field }) => field !== 'inStory')
  const inStory = { ...seenInStory, locator: inStoryAt || null, ...(!first && { quote: passage.quote }) }
  return {
    citations: found.map((one) => {
      const source = 'source' in one ? one.source : idAlong(fresh.indexOf(one))
      if (one.field === 'inStory') return citationOf(source, inStory)
      return citationOf(source, one === first ? passage : {})
    }),
    sources: fresh.map((one) => (one.field === 'where' ? withDetails(one.fresh, input) : one.fresh)),
    fields: fresh.map((one) => one.field),
  }
}

/** The first source with what was filled in about it. */
function withDetails(fresh: SourceContent, input: NewFact): SourceContent {
  const { whereTitle, wherePublisher, whereAuthors, whereIssued } = input
  const authors = whereAuthors.split(/\s*;\s*/).filter(Boolean)
  return {
    ...fresh,
    ...(whereTitle && { title: whereTitle }),
    ...(wherePublisher && { publisher: wherePublisher }),
    ...(whereIssued && { issued: whereIssued }),
    ...(authors.length > 0 && { authors }),
  }
}

/** The work in which it happens, where somebody says so. */
const findStory = async ({ inStory }: NewFact): Promise<Found | null> =>
  inStory === '' ? null : { field: 'inStory', ...(await sourceOfWorkCalled(inStory)) }

interface NamedSource {
  field: string
  text: string
  chosen: number | null
}

/** The source that somebody chose by its name, or whose link or description they typed; null for neither. */
export async function findNamedSource({ field, text, chosen }: NamedSource): Promise<Found | null> {
  if (chosen !== null) return { field, source: chosen }
  const described = readSourceLine(text)
  if (!described || (described.url === null && described.words === null)) return null
  const fresh = sourceOfText(text)
  const known = await findSameSource(writersScope, fresh)
  return known === null ? { field, fresh } : { field, source: known }
}

const isAnySame = (some: string[], others: string[]) => some.some((one) => others.includes(one))

function isSame(one: Found, other: Found): boolean {
  if ('source' in one || 'source' in other)
    return 'source' in one && 'source' in other && one.source === other.source
  const [keys, others] = [sourceKeys(one.fresh), sourceKeys(other.fresh)]
  if (keys.length > 0 || others.length > 0) return isAnySame(keys, others)
  return one.fresh.title === other.fresh.title && one.fresh.description === other.fresh.description
}
