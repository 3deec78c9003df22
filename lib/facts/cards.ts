import { findFacts } from '@/db/facts/facts'
import { reads } from '@/db/postgres/client'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { loadRecords, type Records } from '@/lib/citations/records'
import { loadNames, type Names } from '@/lib/entries/names'
import { loadOpenings, nameClosings } from '@/lib/places/loaders'
import { cardOf, citedBy, type FactCard, namedBy, readFact } from './card'

/** Cards in the order of their facts, with everything that showing them takes. */
export interface FactCards {
  cards: FactCard[]
  names: Names
  records: Records
}

/** Makes cards of facts in the order of `ids`, each once: three look-ups, however many there are. */
export async function loadFactCards(ids: Iterable<number>): Promise<FactCards> {
  const wanted = [...new Set(ids)]
  recordDependency(...wanted.map(tags.entry))
  const openings = await loadOpenings()
  const rows = new Map((await findFacts(reads(), openings.scope, wanted)).map((row) => [row.id, row]))
  nameClosings(openings, rows.values())
  const facts = wanted.flatMap((id) => rows.get(id) ?? []).map(readFact)
  const [names, records] = await Promise.all([
    loadNames(facts.flatMap((fact) => [...namedBy(fact)])),
    loadRecords(facts.flatMap(citedBy)),
  ])
  return { cards: facts.map((fact) => cardOf(fact, names, records, openings)), names, records }
}
