import type { FactRow } from '@/db/facts/facts'
import type { Standing } from '@/db/standings/schema'
import { type SourceRecord, shortNameOf } from '@/lib/citations/record'
import { oncePerSource } from '@/lib/citations/references'
import { type Side, sidesOf } from '@/lib/citations/sides'
import type { Citation } from '@/lib/content/citation'
import type { Statement } from '@/lib/content/document'
import { gateOf } from '@/lib/content/gate'
import { lineSteps, pagesNamed } from '@/lib/content/walk'
import type { Name, Names } from '@/lib/entries/names'
import { stored } from '@/lib/kinds/registry'
import type { FactContent } from '@/lib/kinds/schemas/fact'
import type { Openings } from '@/lib/places/loaders'
import type { LockView } from '@/lib/places/lock'
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
  lock: LockView
}

/** A fact that is not visible: of an old page, or while its words are checked. */
export interface GoneFact {
  isClosed: true
  id: number
  number: number
  why: 'withheld' | 'deleted' | 'checked'
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
  /** The address of the original in which it was said, where there is one. */
  original: string | null
  saidOn: string | null
  quote: string | null
  via: string | null
  /** The outlets that report it, where no speaker is named: each with its article, or the record of it. */
  outlets: { label: string; path: string; isArticle: boolean }[]
  sides: Side[]
  citations: Citation[]
  /** Where it can be discussed; null for an old version, and for what is not there yet. */
  talk: { startPath: string; path: string; isOpen: boolean } | null
}

export type FactCard = ClosedFact | GoneFact | OpenFact

/** A fact's row with its content in the current shape; null where that is closed to the reader. */
export interface ReadFact {
  row: FactRow
  content: FactContent | null
  /** An earlier revision, or the head where it is shown as a version. */
  isPast?: boolean
}

/** A fact whose text is open. */
export interface SaidFact extends ReadFact {
  content: FactContent
}

/** Gives a row's content its type. */
export const readFact = (row: FactRow): ReadFact => ({
  row,
  content: row.content === null ? null : stored('fact', { ...row, content: row.content }),
})

/** Whether a fact is open to the reader. */
export const isSaid = (fact: ReadFact): fact is SaidFact => fact.content !== null

/** The pages that a fact's card names, by id or by the key of a title: none while it is closed. */
export function* namedBy({ content }: ReadFact): Generator<number | string> {
  if (content === null) return
  if (content.speaker !== null) yield content.speaker
  yield* pagesNamed([...lineSteps(content.statement)])
}

/** The ids of the sources that a fact's card names: none while it is closed. */
export const citedBy = ({ content }: ReadFact): number[] =>
  content === null ? [] : content.citations.map((citation) => citation.source)

/** Makes the card of a fact, closed where its text is not open. */
export function cardOf(
  fact: ReadFact,
  names: Names,
  records: ReadonlyMap<number, SourceRecord>,
  openings: Openings,
): FactCard {
  const { row } = fact
  if (!isSaid(fact))
    return {
      isClosed: true,
      id: row.id,
      number: row.number,
      lock: openings.lockOf(gateOf(row)),
      openPath: fact.isPast ? paths.openRevision(row.revisionId) : paths.openFact(row.number),
      cardPath: paths.openCard(row.revisionId),
    }
  return openCardOf(fact, names, records)
}

/** Makes the open card of a fact. */
export function openCardOf(
  { row, content, isPast }: SaidFact,
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
    speaker: speakerOf(content, names),
    saidTo: content.saidTo,
    original: addressOf(supporting, records),
    saidOn: content.saidOn,
    quote: quoted?.quote ?? null,
    via: quoted?.via ?? null,
    outlets: outletsOf(supporting, records),
    sides: mayTakeSides ? sidesOf(content.citations, records) : [],
    citations: content.citations,
    talk: isPast || row.id === 0 ? null : talkOf(row),
  }
}

/** A thread about it begins with its address, which is shown as its card. */
const talkOf = ({ number, isDiscussed = false }: FactRow) => ({
  startPath: paths.newThread({ at: paths.fact(number) }),
  path: paths.factTalk(number),
  isOpen: isDiscussed,
})

function speakerOf({ speaker }: FactContent, names: Names): Name | null {
  const name = speaker === null ? undefined : names.get(speaker)
  return name && !name.isClosed ? name : null
}

function addressOf(supporting: Citation[], records: ReadonlyMap<number, SourceRecord>): string | null {
  const originals = supporting.filter((citation) => citation.directness === 'original')
  return originals.flatMap(({ source }) => records.get(source)?.url ?? [])[0] ?? null
}

function outletsOf(citations: Citation[], records: ReadonlyMap<number, SourceRecord>) {
  const outlets = new Map<string, SourceRecord>()
  for (const { source } of citations) {
    const record = records.get(source)
    if (!record?.publisher) continue
    const label = shortNameOf(record)
    if (!outlets.has(label)) outlets.set(label, record)
  }
  return [...outlets].map(([label, { url, path }]) => ({ label, path: url ?? path, isArticle: url !== null }))
}
