import type { FactRow } from '@/db/facts/facts'
import type { Standing } from '@/db/standings/schema'
import { type SourceRecord, shortNameOf } from '@/lib/citations/record'
import { oncePerSource } from '@/lib/citations/references'
import { type Side, sidesOf } from '@/lib/citations/sides'
import type { Citation } from '@/lib/content/citation'
import type { Statement } from '@/lib/content/document'
import type { Gate } from '@/lib/content/gate'
import { lineSteps, pagesNamed } from '@/lib/content/walk'
import type { Name, Names } from '@/lib/entries/names'
import { stored } from '@/lib/kinds/registry'
import type { FactContent } from '@/lib/kinds/schemas/fact'
import { paths } from '@/lib/routes'
import { type Evidence, evidenceOf } from './evidence'

/** A fact whose gate is closed: nothing of its statement is in it. */
export interface ClosedFact {
  isClosed: true
  id: number
  number: number
  /** Its own page, and the address at which its card stands alone. */
  openPath: string
  cardPath: string
  /** The place of its gate; null when that is unknown. */
  from: string | null
}

/** A fact of an old page that is not visible (any more). */
export interface GoneFact {
  isClosed: true
  id: number
  number: number
  why: 'withheld' | 'deleted'
}

/** A fact as a card shows it. */
export interface OpenFact {
  isClosed: false
  id: number
  number: number
  /** Its path: a fact of an old page links to its version then. */
  path: string
  statement: Statement
  /** Null for an old version: a standing is computed from what is known today. */
  standing: Standing | null
  /** How many sources it cites, each once: as many as it has marks on a page. */
  sourceCount: number
  /** Opened supporting sources stated to be independent of each other. */
  independentCount: number
  evidence: Evidence
  speaker: Name | null
  saidTo: string | null
  saidOn: string | null
  quote: string | null
  via: string | null
  /** The outlets that report it, where no speaker is named. */
  outlets: { label: string; path: string }[]
  sides: Side[]
  citations: Citation[]
}

export type FactCard = ClosedFact | GoneFact | OpenFact

/** A fact's row with its content in the current shape. */
export interface ReadFact {
  row: FactRow
  content: FactContent
  /** An earlier revision, or the head where it is shown as a version. */
  isPast?: boolean
}

/** Gives a row's content its type. */
export const readFact = (row: FactRow): ReadFact => ({ row, content: stored('fact', row) })

/** The pages that a fact's card names, by id or by the key of a title. */
export function* namedBy({ content }: ReadFact): Generator<number | string> {
  if (content.gate.kind === 'place') yield content.gate.page
  if (content.gate.kind !== 'none') return
  if (content.speaker !== null) yield content.speaker
  yield* pagesNamed([...lineSteps(content.statement)])
}

/** The ids of the sources that a fact's card names: none while it is closed. */
export const citedBy = ({ content }: ReadFact): number[] =>
  content.gate.kind === 'none' ? content.citations.map((citation) => citation.source) : []

/** Makes the card of a fact, closed unless its gate is none. */
export function cardOf(fact: ReadFact, names: Names, records: ReadonlyMap<number, SourceRecord>): FactCard {
  const { row, content } = fact
  if (content.gate.kind !== 'none')
    return {
      isClosed: true,
      id: row.id,
      number: row.number,
      from: placeOf(content.gate, names),
      openPath: fact.isPast ? paths.openRevision(row.revisionId) : paths.openFact(row.number),
      cardPath: paths.openCard(row.revisionId),
    }
  return openCardOf(fact, names, records)
}

/** Makes the open card of a fact, whatever its gate: for a reader who has opened it. */
export function openCardOf(
  { row, content, isPast }: ReadFact,
  names: Names,
  records: ReadonlyMap<number, SourceRecord>,
): OpenFact {
  const supporting = content.citations.filter((citation) => citation.stance === 'supports')
  const quoted =
    supporting.find((one) => one.quote && one.directness === 'original') ??
    supporting.find((one) => one.quote)
  const standing = isPast ? null : (row.standing ?? 'unsourced')
  const mayTakeSides = !content.isPrivateLife && (standing === 'disputed' || standing === 'superseded')
  return {
    isClosed: false,
    id: row.id,
    number: row.number,
    path: isPast ? paths.revision(row.revisionId) : paths.fact(row.number),
    statement: content.statement,
    standing,
    sourceCount: oncePerSource(content.citations).length,
    independentCount: row.independent ?? 0,
    evidence: evidenceOf(supporting, records),
    speaker: content.speaker === null ? null : (names.get(content.speaker) ?? null),
    saidTo: content.saidTo,
    saidOn: content.saidOn,
    quote: quoted?.quote ?? null,
    via: quoted?.via ?? null,
    outlets: outletsOf(supporting, records),
    sides: mayTakeSides ? sidesOf(content.citations, records) : [],
    citations: content.citations,
  }
}

/** The label of a gate's place; null when it is unknown. */
export const placeOf = (gate: Gate, names: Names) =>
  gate.kind === 'place' ? (names.get(gate.page)?.label ?? null) : null

function outletsOf(citations: Citation[], records: ReadonlyMap<number, SourceRecord>) {
  const outlets = new Map<string, string>()
  for (const { source } of citations) {
    const record = records.get(source)
    if (!record?.publisher) continue
    const label = shortNameOf(record)
    if (!outlets.has(label)) outlets.set(label, record.path)
  }
  return [...outlets].map(([label, path]) => ({ label, path }))
}
