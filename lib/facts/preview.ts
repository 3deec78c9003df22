import { findFacts } from '@/db/facts/facts'
import { reads } from '@/db/postgres/client'
import { loadRecords, type Records } from '@/lib/citations/records'
import { entryIdsAmong, isTemporary } from '@/lib/content/temporary-id'
import { loadNames, type Names } from '@/lib/entries/names'
import { factKind } from '@/lib/kinds/fact'
import type { FactContent } from '@/lib/kinds/schemas/fact'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { publicScope } from '@/lib/policy/policy'
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
  const known = content.citations.filter(({ source }) => !isTemporary(source))
  const [[row], origins] = await Promise.all([
    findFacts(reads(), publicScope, entryId === null ? [] : [entryId]),
    loadOrigins(reads(), known),
  ])
  for (const [id, { derivedFrom }] of sources) origins.set(id, { derivedFrom, isReviewed: true })
  const bearing = content.citations.map((citation) => ({ ...citation, isReviewed: true }))
  const standing = standingOf(bearing, origins)
  const fact = {
    content,
    row: { ...(row ?? unwritten), content, schemaVersion: factKind.version, ...standing },
  }
  const [names, found] = await Promise.all([
    loadNames(namedBy(fact)),
    loadRecords(entryIdsAmong(citedBy(fact))),
  ])
  return { card: cardOf(fact, names, new Map([...found, ...made])), names }
}

/** The placeholder paths of a fact that does not exist yet. */
const unwritten = { id: 0, number: 0, revisionId: 0, licence: '', origin: null }
