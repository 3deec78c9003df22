import { findFacts, findFactsAbout } from '@/db/facts/facts'
import type { ShownHead } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { findFactsAboutAsOf, findMembersAsOf } from '@/db/revisions/as-of'
import { findFieldsOfKind, findPageKind } from '@/db/wiki/page-kinds'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { loadRecordsAsOf } from '@/lib/citations/as-of'
import { loadRecords, type Records } from '@/lib/citations/records'
import { numberReferences, oncePerSource, type References } from '@/lib/citations/references'
import type { Citation } from '@/lib/content/citation'
import type { Block } from '@/lib/content/document'
import { type ClosedBlock, lineSteps, openSteps, pagesNamed, type Step } from '@/lib/content/walk'
import { livingNames, loadNames, type Name, type Names } from '@/lib/entries/names'
import { recordHead } from '@/lib/entries/record-head'
import { type EndsOfPage, loadEndsOf, loadHeadings } from '@/lib/entries/reverse-ends'
import { type PastFacts, readFactsAsOf } from '@/lib/facts/as-of'
import { cardOf, citedBy, type FactCard, isSaid, namedBy, type ReadFact, readFact } from '@/lib/facts/card'
import { loadPictures, type Pictures } from '@/lib/files/pictures'
import { stored } from '@/lib/kinds/registry'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { loadOpenings, nameClosings, readerScope } from '@/lib/places/loaders'
import type { Licensed } from '@/lib/publishing/licences'
import { paths } from '@/lib/routes'
import { type CategoryView, loadCategory } from './category'
import { endsBesides, type InfoboxRow, infoboxOf, linkedInfobox, titlesNamed } from './infobox'
import { loadNeighbours, type Neighbours } from './neighbours'
import { loadParts, type PartsOfWork } from './parts'
import { type Passage, passagesOf } from './passages'
import { type Section, sectionsOf } from './sections'
import { subjectTypeOf } from './subject'

const MOST_FACTS = 500
const MOST_MEMBERS = 500

/** A page with everything that it shows. */
export interface PageView extends EndsOfPage {
  id: number
  title: string
  kindName: string
  kindPath: string
  /** What it is about, as a type of schema.org; null for a category. */
  subjectType: string | null
  language: string
  lead: Block[]
  infobox: InfoboxRow[]
  body: Block[]
  sections: ReadonlyMap<Block, Section>
  /** Facts in the body's fact lists, by id; each is shown where it is listed first. */
  listed: ReadonlyMap<number, FactCard>
  /** The facts about this page that its body does not list. */
  facts: FactCard[]
  /** What it holds, where it is a category of today; of an old version the pages that were in it. */
  category: CategoryView | null
  members: { label: string; path: string }[]
  /** There are more of them than are shown. */
  isCut: { facts: boolean; members: boolean }
  categories: Name[]
  place: { label: string; work: Name; number: number } | null
  /** What comes before and after it in its work; null in an old version. */
  neighbours: Neighbours | null
  /** What has its place in it, where it is a work or a season of today. */
  parts: PartsOfWork[]
  names: Names
  records: Records
  references: References
  /** The pictures of its texts, by the id of their file. */
  pictures: Pictures
  /** Its passages behind gates, and what of them is open to the reader. */
  passages: ReadonlyMap<Block, Passage>
  /** The licences of all texts that the page shows. */
  licences: Licensed[]
  head: ShownHead
}

/**
 * How a page is shown: the current version, or as of a place in the publish sequence; its closed passages closed,
 * unless open.
 */
export interface Showing {
  sequence?: number
  isOpen?: boolean
}

/** Looks up everything that a page shows with a bounded number of queries, however many facts it has. */
export async function composePage(head: ShownHead, showing: Showing = {}): Promise<PageView> {
  const { sequence } = showing
  const content = stored('page', head)
  recordHead(head)
  recordDependency(tags.factsAbout(head.id), tags.members(head.id), tags.settings)
  const listedIds = listedIn(content)
  const openings = await loadOpenings()
  const [{ facts, gone, remaining, isCut }, kind, fields, headings, members] = await Promise.all([
    readFactsOn(head.id, listedIds, showing),
    findPageKind(reads(), content.kind),
    findFieldsOfKind(reads(), content.kind),
    loadHeadings(),
    sequence === undefined
      ? []
      : findMembersAsOf(reads(), await readerScope(), head.id, sequence, MOST_MEMBERS + 1),
  ])
  const infobox = infoboxOf(content, fields, openings, showing.isOpen)
  const passages = passagesOf(head.id, content, showing, openings)
  const steps = stepsOf(content, infobox, (block) => Boolean(passages.get(block)?.isOpen))
  const citations = citationsOf(steps, facts, remaining)
  const cited = [...citations.map((one) => one.source), ...[...facts.values()].flatMap(citedBy)]
  const [names, records, ends, pictures, category, neighbours] = await Promise.all([
    loadNames([
      ...namesOf(content, steps),
      ...titlesNamed(infobox),
      ...[...facts.values()].flatMap((fact) => [...namedBy(fact)]),
    ]),
    sequence === undefined ? loadRecords(cited) : loadRecordsAsOf(cited, sequence),
    loadEndsOf(head.id, headings, [...listedIds, ...remaining], sequence),
    loadPictures(filesIn(steps), sequence),
    kind?.isCategory && sequence === undefined ? loadCategory(head.id) : null,
    sequence === undefined ? loadNeighbours(head.id, content) : null,
  ])
  nameClosings(
    openings,
    [...facts.values()].map(({ row }) => row),
  )
  const cards = (ids: number[]) =>
    ids.flatMap((id) => {
      const fact = facts.get(id)
      return fact ? cardOf(fact, names, records, openings) : (gone.get(id) ?? [])
    })
  const linked = linkedInfobox(infobox, names)
  const [work] = content.ordinal ? livingNames(names, [content.ordinal.work]) : []
  return {
    id: head.id,
    title: content.title,
    kindName: kind?.name ?? content.kind,
    kindPath: paths.pagesOfKind(content.kind),
    subjectType: subjectTypeOf(kind, content),
    language: content.language,
    lead: content.lead.content,
    infobox: linked,
    body: content.body.content,
    sections: sectionsOf(content.body.content),
    listed: new Map(cards(listedIds).map((card) => [card.id, card])),
    facts: cards(remaining),
    isCut: { facts: isCut, members: members.length > MOST_MEMBERS },
    category,
    members: members.slice(0, MOST_MEMBERS).map(({ label }) => ({ label, path: paths.page(label) })),
    categories: livingNames(names, content.categories),
    place:
      content.ordinal && work
        ? { label: kind?.placeLabel ?? kind?.name ?? content.kind, work, number: content.ordinal.number }
        : null,
    ends: endsBesides(ends.ends, linked, names),
    said: ends.said,
    neighbours,
    parts: sequence === undefined ? await loadParts(ends.ends) : [],
    names,
    records,
    references: numberReferences(citations, onCards(facts)),
    pictures,
    passages,
    licences: [head, ...[...facts.values()].filter(isSaid).map((fact) => fact.row)],
    head,
  }
}

const distinct = (ids: number[]) => [...new Set(ids)]

/** The facts that the lists of a page's lead and body show. */
const listedIn = ({ lead, body }: PageContent): number[] =>
  distinct(factsIn([...openSteps(lead.content), ...openSteps(body.content)]))

/** The facts in these steps of a reader. */
export const factsIn = (steps: Step[]): number[] =>
  steps.flatMap((step) => (step.kind === 'fact' ? step.id : []))

/** The files whose pictures these steps pass. */
export const filesIn = (steps: Step[]): number[] =>
  steps.flatMap((step) => (step.kind === 'picture' ? step.file : []))

interface FactsOnPage extends PastFacts {
  /** The ids of the facts about the page that its text does not list, in order. */
  remaining: number[]
  /** There are more facts about it than are shown. */
  isCut: boolean
}

/** The facts that a page lists and those about it; with a place in the publish sequence, as of then. */
async function readFactsOn(
  pageId: number,
  listed: number[],
  { sequence, isOpen }: Showing,
): Promise<FactsOnPage> {
  if (sequence !== undefined) {
    const about = await findFactsAboutAsOf(reads(), pageId, sequence, MOST_FACTS + 1)
    const remaining = about.slice(0, MOST_FACTS).filter((id) => !listed.includes(id))
    return {
      ...(await readFactsAsOf([...listed, ...remaining], sequence, isOpen)),
      remaining,
      isCut: about.length > MOST_FACTS,
    }
  }
  const { scope } = await loadOpenings()
  const [facts, found] = await Promise.all([
    readFacts(listed),
    findFactsAbout(reads(), scope, pageId, listed, MOST_FACTS + 1),
  ])
  const about = found.slice(0, MOST_FACTS)
  recordDependency(...about.flatMap(({ id }) => [tags.entry(id), tags.openThreads(id)]))
  return {
    facts: new Map([...facts, ...about.map((row) => [row.id, readFact(row)] as const)]),
    gone: new Map(),
    remaining: about.map((row) => row.id),
    isCut: found.length > MOST_FACTS,
  }
}

/** Facts by id, without their texts where those are closed to the reader. */
export async function readFacts(ids: number[]): Promise<ReadonlyMap<number, ReadFact>> {
  const wanted = distinct(ids)
  recordDependency(...wanted.flatMap((id) => [tags.entry(id), tags.openThreads(id)]))
  const { scope } = await loadOpenings()
  const rows = await findFacts(reads(), scope, wanted)
  return new Map(rows.map((row) => [row.id, readFact(row)]))
}

/** In reading order: lead, infobox, body. */
export function stepsOf(
  content: Record<'lead' | 'body', { content: readonly Block[] }>,
  infobox: PageView['infobox'],
  isOpen?: (passage: ClosedBlock) => boolean,
): Step[] {
  return [
    ...openSteps(content.lead.content, isOpen),
    ...infobox.flatMap(({ value }) => [...lineSteps(value)]),
    ...openSteps(content.body.content, isOpen),
  ]
}

/** The citations in the order of their numbers on the page; a closed fact has none to show. */
function citationsOf(steps: Step[], facts: ReadonlyMap<number, ReadFact>, remaining: number[]): Citation[] {
  const cited = (fact: ReadFact | undefined) => oncePerSource(fact?.content?.citations ?? [])
  return [
    ...steps.flatMap((step) => {
      if (step.kind === 'citation') return [step.citation]
      return step.kind === 'fact' ? cited(facts.get(step.id)) : []
    }),
    ...remaining.flatMap((id) => cited(facts.get(id))),
  ]
}

const onCards = (facts: ReadonlyMap<number, ReadFact>) =>
  new Set([...facts.values()].flatMap(({ content }) => content?.citations ?? []))

function namesOf(content: PageContent, steps: Step[]): (number | string)[] {
  return [...pagesNamed(steps), ...content.categories, ...(content.ordinal ? [content.ordinal.work] : [])]
}
