import { reads } from '@/db/postgres/client'
import { type EntryAsOf, findEntriesAsOf } from '@/db/revisions/as-of'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { gateColumns, gateOf } from '@/lib/content/gate'
import { stored } from '@/lib/kinds/registry'
import { isFactOpen, loadOpenings, nameClosings, type Openings } from '@/lib/places/loaders'
import { writersScope } from '@/lib/policy/policy'
import type { GoneFact, ReadFact } from './card'

/** Facts as of a place in the publish sequence; `gone` are those that are not visible (any more), and why. */
export interface PastFacts {
  facts: ReadonlyMap<number, ReadFact>
  gone: ReadonlyMap<number, GoneFact>
}

/**
 * Reads facts as of a place in the publish sequence; those that did not exist yet are in neither list. Closed are those
 * whose gate of today, or whose gate of then, is closed to the reader; none with `isOpen`.
 */
export async function readFactsAsOf(ids: number[], sequence: number, isOpen = false): Promise<PastFacts> {
  const wanted = [...new Set(ids)]
  recordDependency(...wanted.flatMap((id) => [tags.entry(id), tags.history(id)]))
  const facts = new Map<number, ReadFact>()
  const gone = new Map<number, GoneFact>()
  const openings = await loadOpenings()
  const scope = isOpen ? writersScope : openings.scope
  for (const row of await findEntriesAsOf(reads(), scope, wanted, sequence)) {
    const fact = pastFactOf(row, isOpen ? null : openings)
    if (fact) facts.set(row.id, fact)
    else gone.set(row.id, goneFactOf(row))
  }
  return { facts, gone }
}

/**
 * A fact's former content in the current shape, null in it where it is closed to the reader whom this is open to (null
 * for everything); null where it is not visible.
 */
export function pastFactOf(
  { content, schemaVersion, ...row }: EntryAsOf,
  openings: Openings | null,
): ReadFact | null {
  if (schemaVersion === null || (content === null && (row.isOpen || row.isDeleted))) return null
  const said = content === null ? null : stored('fact', { content, schemaVersion })
  // One that got its gate only later was open then; one that lost it was closed.
  const gate = said === null || row.gateKind !== 'none' ? gateOf(row) : said.gate
  if (openings) nameClosings(openings, [{ ...gateColumns(gate), number: row.number }])
  const isClosed = openings !== null && !isFactOpen(openings, row.number, gate)
  const supporting = (said?.citations ?? []).filter((citation) => citation.stance === 'supports')
  return {
    row: {
      ...row,
      ...gateColumns(gate),
      content,
      schemaVersion,
      standing: null,
      supports: new Set(supporting.map((citation) => citation.source)).size,
      contradicts: null,
      narrows: null,
      independent: null,
    },
    content: isClosed ? null : said,
    isPast: true,
  }
}

const goneFactOf = ({ id, number, isDeleted }: EntryAsOf): GoneFact => ({
  isClosed: true,
  id,
  number,
  why: isDeleted ? 'deleted' : 'withheld',
})
