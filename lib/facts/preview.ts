import { findFacts } from '@/db/facts/facts'
import { reads } from '@/db/postgres/client'
import { loadRecords, type Records } from '@/lib/citations/records'
import { gateColumns } from '@/lib/content/gate'
import { entryIdsAmong, isTemporary } from '@/lib/content/temporary-id'
import { loadNames, type Names } from '@/lib/entries/names'
import { factKind } from '@/lib/kinds/fact'
import type { FactContent } from '@/lib/kinds/schemas/fact'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { loadOpenings } from '@/lib/places/loaders'
import { writersScope } from '@/lib/policy/policy'
import { loadOrigins } from '@/lib/standings/refresh-standings'
import { standingOf } from '@/lib/standings/standing'
import { cardOf, citedBy, type FactCard, namedBy } from './card'

/** A preview of a fact's card. */
export interface FactPreview {
  card: FactCard
  names: Names
}

/**
 * Makes the card of a fact that is not published (yet), with the standing that it would have once reviewed. `entryId`
 * is null for a new one, `sources` are those created with it by their temporary ids, `made` their records.
 */
export async function previewFact(
  entryId: number | null,
  content: FactContent,
  sources: ReadonlyMap<number, SourceContent>,
  made: Records,
): Promise<FactPreview> {
  const cited = content.citations.filter(({ source }) => !isTemporary(source))
  const [[known], origins] = await Promise.all([
    findFacts(reads(), writersScope, entryId === null ? [] : [entryId]),
    loadOrigins(reads(), cited),
  ])
  for (const [id, { derivedFrom }] of sources) origins.set(id, { derivedFrom, isReviewed: true })
  const bearing = content.citations.map((citation) => ({ ...citation, isReviewed: true }))
  const standing = standingOf(bearing, origins)
  // As who is not there yet will see it.
  const isClosed = content.gate.kind !== 'none'
  const row = {
    ...(known ?? unwritten),
    ...gateColumns(content.gate),
    content,
    schemaVersion: factKind.version,
    ...standing,
  }
  const fact = { content: isClosed ? null : content, row }
  const openings = await loadOpenings()
  const [names, found] = await Promise.all([
    loadNames(namedBy(fact)),
    loadRecords(entryIdsAmong(citedBy(fact))),
  ])
  return { card: cardOf(fact, names, new Map([...found, ...made]), openings), names }
}

/** The placeholder paths of a fact that does not exist yet. */
const unwritten = { id: 0, number: 0, revisionId: 0, licence: '', origin: null }
