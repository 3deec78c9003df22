import { findFacts } from '@/db/facts/facts'
import { reads } from '@/db/postgres/client'
import { findFactsBeingChecked } from '@/db/reports/checked-words'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { loadRecords, type Records } from '@/lib/citations/records'
import { loadNames, type Names } from '@/lib/entries/names'
import { loadOpenings, nameClosings } from '@/lib/places/loaders'
import { cardOf, citedBy, type FactCard, type GoneFact, namedBy, readFact } from './card'

/** Cards in the order of their facts, with everything that showing them takes. */
export interface FactCards {
  cards: FactCard[]
  names: Names
  records: Records
}

/** Makes cards of facts in the order of `ids`, each once: three look-ups, however many there are. */
export async function loadFactCards(ids: Iterable<number>): Promise<FactCards> {
  const wanted = [...new Set(ids)]
  recordDependency(...wanted.flatMap((id) => [tags.entry(id), tags.openThreads(id)]))
  const openings = await loadOpenings()
  const rows = new Map((await findFacts(reads(), openings.scope, wanted)).map((row) => [row.id, row]))
  nameClosings(openings, rows.values())
  const facts = wanted.flatMap((id) => rows.get(id) ?? []).map(readFact)
  const [names, records] = await Promise.all([
    loadNames(facts.flatMap((fact) => [...namedBy(fact)])),
    loadRecords(facts.flatMap(citedBy)),
  ])
  const shown = facts.map((fact) => cardOf(fact, names, records, openings))
  return { cards: inOrder(wanted, [...shown, ...(await checkedAmong(wanted, rows))]), names, records }
}

/** Those that are not shown because their words are being checked: their place says so. */
async function checkedAmong(wanted: number[], rows: ReadonlyMap<number, unknown>): Promise<GoneFact[]> {
  const missing = wanted.filter((id) => !rows.has(id))
  const checked = await findFactsBeingChecked(reads(), missing)
  return checked.map((fact) => ({ ...fact, isClosed: true, why: 'checked' }))
}

const inOrder = (ids: number[], cards: FactCard[]): FactCard[] =>
  cards.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
