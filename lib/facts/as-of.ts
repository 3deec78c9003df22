import { reads } from '@/db/postgres/client'
import { type EntryAsOf, findEntriesAsOf } from '@/db/revisions/as-of'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import type { Gate } from '@/lib/content/gate'
import { stored } from '@/lib/kinds/registry'
import type { FactContent } from '@/lib/kinds/schemas/fact'
import { publicScope } from '@/lib/policy/policy'
import type { GoneFact, ReadFact } from './card'

/** Facts as they were once; `gone` are those that are not shown (any more), and why. */
export interface PastFacts {
  facts: ReadonlyMap<number, ReadFact>
  gone: ReadonlyMap<number, GoneFact>
}

/** Reads facts as they stood at a place in the publish sequence; those that were not there yet are in neither. */
export async function readFactsAsOf(ids: number[], sequence: number): Promise<PastFacts> {
  const wanted = [...new Set(ids)]
  recordDependency(...wanted.flatMap((id) => [tags.entry(id), tags.history(id)]))
  const facts = new Map<number, ReadFact>()
  const gone = new Map<number, GoneFact>()
  for (const row of await findEntriesAsOf(reads(), publicScope, wanted, sequence)) {
    const fact = pastFactOf(row)
    if (fact) facts.set(row.id, fact)
    else gone.set(row.id, goneFactOf(row))
  }
  return { facts, gone }
}

/** What a fact said once, in today's shape; null where that is not shown. */
export function pastFactOf({ content, schemaVersion, ...row }: EntryAsOf): ReadFact | null {
  if (content === null || schemaVersion === null) return null
  const said = stored('fact', { content, schemaVersion })
  const supporting = said.citations.filter((citation) => citation.stance === 'supports')
  return {
    row: {
      ...row,
      content,
      schemaVersion,
      standing: null,
      supports: new Set(supporting.map((citation) => citation.source)).size,
      contradicts: null,
      narrows: null,
      independent: null,
    },
    content: { ...said, gate: strictest(said, row) },
    isPast: true,
  }
}

const goneFactOf = ({ id, number, isDeleted }: EntryAsOf): GoneFact => ({
  isClosed: true,
  id,
  number,
  why: isDeleted ? 'deleted' : 'withheld',
})

/** What got its gate only later was open once; it is closed to who reads it today. */
function strictest(
  { gate }: FactContent,
  { gateKind, gatePageId }: Pick<EntryAsOf, 'gateKind' | 'gatePageId'>,
): Gate {
  if (gate.kind !== 'none' || gateKind === null || gateKind === 'none') return gate
  return gateKind === 'place' && gatePageId !== null
    ? { kind: 'place', page: gatePageId }
    : { kind: 'unknown' }
}
