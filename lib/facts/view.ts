import type { ShownHead } from '@/db/pages/pages'
import { loadPassages, noPassages, type Passages } from '@/lib/captures/loaders'
import { loadRecordsAsOf } from '@/lib/citations/as-of'
import { loadRecords, type Records } from '@/lib/citations/records'
import { lineSteps, pagesNamed } from '@/lib/content/walk'
import { livingNames, loadNames, type Name, type Names } from '@/lib/entries/names'
import type { FactContent } from '@/lib/kinds/schemas/fact'
import { loadOpenings } from '@/lib/places/loaders'
import { type OpenFact, openCardOf, type SaidFact } from './card'
import { type FactChecks, loadChecks } from './checks/counted'

/** A fact's own page, with all that it says. */
export interface FactView {
  isClosed: false
  card: OpenFact
  content: FactContent
  about: Name[]
  /** The place of its gate: null for none, `''` for an unknown one. */
  gate: string | null
  names: Names
  records: Records
  /** What is known of quoted words; of an old version nothing. */
  passages: Passages
  /** What people say who looked; of an old version nothing. */
  checks: FactChecks | null
  head: ShownHead
}

/** Looks up everything that a fact's page shows; with a place in the publish sequence, its sources as of then. */
export async function factViewOf(fact: SaidFact, head: ShownHead, sequence?: number): Promise<FactView> {
  const { content } = fact
  const cited = content.citations.map((citation) => citation.source)
  const openings = await loadOpenings()
  const isNow = sequence === undefined && !fact.isPast
  const [names, records, passages, checks] = await Promise.all([
    loadNames([
      ...content.about,
      ...(content.speaker ? [content.speaker] : []),
      ...pagesNamed([...lineSteps(content.statement)]),
    ]),
    sequence === undefined ? loadRecords(cited) : loadRecordsAsOf(cited, sequence),
    isNow ? loadPassages(content.citations) : noPassages,
    isNow ? loadChecks(fact.row.id) : null,
  ])
  return {
    isClosed: false,
    card: openCardOf(fact, names, records),
    content,
    about: livingNames(names, content.about),
    gate: content.gate.kind === 'none' ? null : (openings.labelOf(content.gate) ?? ''),
    names,
    records,
    passages,
    checks,
    head,
  }
}
