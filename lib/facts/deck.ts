import type { FactRow } from '@/db/queries/facts'
import { tags } from '@/lib/cache/tags'
import { touch } from '@/lib/cache/touched'
import { loadRecords, type Records } from '@/lib/sources/records'
import { loadNames, type Names } from '@/lib/titles/names'
import { cardOf, citedBy, type FactCard, namedBy, readFact } from './card'

/** Cards in the order of their facts, with everything that showing them takes. */
export interface Deck {
  cards: FactCard[]
  names: Names
  records: Records
}

/** Makes cards of facts: two look-ups, however many there are. */
export async function loadDeck(rows: FactRow[]): Promise<Deck> {
  touch(...rows.map((row) => tags.entry(row.id)))
  const facts = rows.map(readFact)
  const [names, records] = await Promise.all([
    loadNames(facts.flatMap((fact) => [...namedBy(fact)])),
    loadRecords(facts.flatMap(citedBy)),
  ])
  return { cards: facts.map((fact) => cardOf(fact, names, records)), names, records }
}
