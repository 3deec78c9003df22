import { reads } from '@/db/postgres/client'
import { type EntryAsOf, findEntriesAsOf } from '@/db/revisions/as-of'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import type { Gate } from '@/lib/content/gate'
import { stored } from '@/lib/kinds/registry'
import type { FactContent } from '@/lib/kinds/schemas/fact'
import { publicScope } from '@/lib/policy/policy'
import type { GoneFact, ReadFact } from './card'

/** Facts as of a place in the publish sequence; `gone` are those that are not visible (any more), and why. */
export interface PastFacts {
  facts: ReadonlyMap<number, ReadFact>
  gone: ReadonlyMap<number, GoneFact>
}

/** Reads facts as of a place in the publish sequence; those that did not exist yet are in neither list. */
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

/** A fact's former content in the current shape; null where it is not visible. */
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

/** A fact that got its gate only later was open then; it is closed to today's readers. */
function strictest(
  { gate }: FactContent,
  { gateKind, gatePageId }: Pick<EntryAsOf, 'gateKind' | 'gatePageId'>,
): Gate {
  if (gate.kind !== 'none' || gateKind === null || gateKind === 'none') return gate
  return gateKind === 'place' && gatePageId !== null
    ? { kind: 'place', page: gatePageId }
    : { kind: 'unknown' }
}
