import { type Standing, standing } from '@/db/standings/schema'
import type { Citation } from '@/lib/content/citation'
import type { SourceContent } from '@/lib/kinds/schemas/source'

/** Every standing a fact can have; the first that applies is used. */
export const standings: readonly Standing[] = standing.enumValues

/**
 * How a standing looks, by shape and rule before colour: enough is known (`sure`), more should be found out (`unsure`),
 * or something speaks against it (`warn`).
 */
export type Look = 'sure' | 'unsure' | 'warn'

const looks: Record<Standing, Look> = {
  superseded: 'warn',
  disputed: 'warn',
  in_story: 'sure',
  corroborated: 'sure',
  first_hand: 'sure',
  original_named: 'unsure',
  reported: 'unsure',
  unsourced: 'unsure',
}

/** The look of a standing. */
export const lookOf = (standing: Standing): Look => looks[standing]

/** Whether `value` is the name of a standing. */
export const isStanding = (value: unknown): value is Standing => standings.includes(value as Standing)

/** A citation, as far as its fact's standing depends on it. */
export interface BearingCitation extends Pick<Citation, 'source' | 'stance' | 'directness' | 'opened'> {
  /** Was in a reviewed revision: only then can it dispute or supersede. */
  isReviewed: boolean
}

/** What is known of a source's origin. */
export interface SourceOrigin {
  derivedFrom: SourceContent['derivedFrom']
  /** The statement was made in a reviewed revision. */
  isReviewed: boolean
}

export interface StandingResult {
  standing: Standing
  supports: number
  contradicts: number
  narrows: number
  /** Opened supporting sources stated to be independent of each other. */
  independent: number
}

/**
 * A fact's standing from its citations: the first of `standings` that applies. Origins are given for every source that
 * is cited or derived from; a source without one is deleted or unknown and counts for nothing.
 */
export function standingOf(citations: BearingCitation[], origins: Map<number, SourceOrigin>): StandingResult {
  const bearing = citations.filter((one) => origins.has(one.source))
  const supporting = bearing.filter((one) => one.stance === 'supports')
  const counts = {
    supports: countSources(supporting),
    contradicts: countSources(bearing.filter((one) => one.stance === 'contradicts' && one.isReviewed)),
    narrows: countSources(bearing.filter((one) => one.stance === 'narrows')),
    independent: countIndependent(supporting, origins),
  }
  return { standing: firstThatHolds(bearing, supporting, counts, origins), ...counts }
}

function firstThatHolds(
  bearing: BearingCitation[],
  supporting: BearingCitation[],
  counts: { contradicts: number; independent: number },
  origins: ReadonlyMap<number, SourceOrigin>,
): Standing {
  const originals = supporting.filter((one) => one.directness === 'original')
  const opened = originals.filter((one) => one.opened === 'yes')
  if (bearing.some((one) => one.stance === 'supersedes' && one.isReviewed)) return 'superseded'
  if (counts.contradicts > 0) return 'disputed'
  if (opened.some((one) => isWorkItself(origins.get(one.source)))) return 'in_story'
  if (counts.independent >= 2) return 'corroborated'
  if (opened.length > 0) return 'first_hand'
  if (originals.length > 0) return 'original_named'
  if (supporting.length > 0) return 'reported'
  return 'unsourced'
}

/** What happens in a story is settled by the story: an episode, a film, a chapter. */
const isWorkItself = (origin: SourceOrigin | undefined) =>
  origin?.derivedFrom.kind === 'work' && origin.isReviewed

const countSources = (citations: BearingCitation[]) => new Set(citations.map((one) => one.source)).size

/** Two outlets that repeat one interview are one independent source: the one both derive from. */
function countIndependent(supporting: BearingCitation[], origins: Map<number, SourceOrigin>): number {
  const roots = new Set<number>()
  for (const one of supporting) {
    if (one.opened !== 'yes') continue
    const root = rootOf(one.source, origins)
    if (root !== null) roots.add(root)
  }
  return roots.size
}

/** The original source of a source's text; null where that is not stated, not reviewed, or circular. */
function rootOf(source: number, origins: Map<number, SourceOrigin>): number | null {
  const seen = new Set<number>()
  let at = source
  while (!seen.has(at)) {
    seen.add(at)
    const origin = origins.get(at)
    if (!origin?.isReviewed || origin.derivedFrom.kind === 'unknown') return null
    if (origin.derivedFrom.kind !== 'source') return at
    at = origin.derivedFrom.source
  }
  return null
}
