import { cache } from 'react'
import { findFacts } from '@/db/facts/facts'
import { reads } from '@/db/postgres/client'
import { findEntriesAsOf, findSequenceOf } from '@/db/revisions/as-of'
import { findEntriesOfRevisions } from '@/db/revisions/revisions'
import { nothingHere, recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { loadRecords } from '@/lib/citations/records'
import { loadNames, type Names } from '@/lib/entries/names'
import type { AddressText } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { writersScope } from '@/lib/policy/policy'
import { pastFactOf } from './as-of'
import { citedBy, isSaid, namedBy, type OpenFact, openCardOf, type ReadFact, readFact } from './card'

export interface OpenCard {
  card: OpenFact
  names: Names
}

/** The card of a fact's revision, opened; null, and a 404, when there is none that is visible. */
export const loadOpenCard = cache(async (segment: AddressText): Promise<OpenCard | null> => {
  const revisionId = numberOfAddress(segment)
  if (revisionId === null) return nothingHere()
  const [entryId] = await findEntriesOfRevisions(reads(), [revisionId])
  recordDependency(...(entryId === undefined ? [tags.recent] : [tags.entry(entryId), tags.history(entryId)]))
  const fact = entryId === undefined ? null : await findRevisionOf(entryId, revisionId)
  if (!fact || !isSaid(fact)) return nothingHere()
  const [names, records] = await Promise.all([loadNames(namedBy(fact)), loadRecords(citedBy(fact))])
  return { card: openCardOf(fact, names, records), names }
})

/** The current version if it is the head, the version of that time if it is not. */
async function findRevisionOf(entryId: number, revisionId: number): Promise<ReadFact | null> {
  const [head] = await findFacts(reads(), writersScope, [entryId])
  if (head?.revisionId === revisionId) return readFact(head)
  const place = await findSequenceOf(reads(), revisionId)
  const [row] = place === null ? [] : await findEntriesAsOf(reads(), writersScope, [entryId], place)
  return row?.revisionId === revisionId && row.kind === 'fact' ? pastFactOf(row, null) : null
}
