import type { Thing, WebPage } from 'schema-dts'
import { type PageView, stepsOf } from '@/lib/pages/compose'
import { plateOf } from '@/lib/pages/plate'
import { summaryOf } from '@/lib/pages/summary'
import { paths } from '@/lib/routes'
import { at, crumbsOf, graphOf, subjectAt, theWiki } from './parts'

/** How a part of a work names it, and its place in it. */
const PARTS: Record<string, (work: string, place: number) => object> = {
  TVSeason: (work, place) => ({ seasonNumber: place, partOfSeries: { '@type': 'TVSeries', '@id': work } }),
  TVEpisode: (work, place) => ({ episodeNumber: place, partOfSeason: { '@type': 'TVSeason', '@id': work } }),
}

/** A page: the text, what it is about, and the facts on it by their names. */
export function pageData(page: PageView) {
  const path = paths.page(page.title)
  const document: WebPage = {
    '@type': page.subjectType === null ? 'CollectionPage' : 'WebPage',
    '@id': at(path),
    url: at(path),
    name: page.title,
    inLanguage: page.language,
    ...describedBy(page),
    isPartOf: theWiki(),
    breadcrumb: { '@id': at(`${path}#crumbs`) },
    dateModified: page.head.editedAt.toISOString(),
    ...(page.subjectType !== null && { mainEntity: { '@id': subjectAt(path) } }),
    hasPart: openFacts(page).map((number) => ({ '@type': 'Claim', '@id': at(paths.fact(number)) })),
    citation: [...citedByText(page)].flatMap((source) => {
      const record = page.records.get(source)
      return record ? [{ '@type': 'CreativeWork' as const, '@id': at(record.path) }] : []
    }),
  }
  const crumbs = crumbsOf(path, { label: page.kindName, path: page.kindPath }, { label: page.title, path })
  return graphOf(document, page.subjectType === null ? null : subjectOf(page, page.subjectType, path), crumbs)
}

const describedBy = ({ lead }: PageView) => {
  const description = summaryOf(lead)
  return description === undefined ? {} : { description }
}

/** The sources of the page's own words. Those of its facts are told with each fact, where that is. */
function citedByText({ lead, infobox, body, passages }: PageView): Set<number> {
  const text = { lead: { content: lead }, body: { content: body } }
  const steps = stepsOf(text, infobox, (block) => Boolean(passages.get(block)?.isOpen))
  return new Set(steps.flatMap((step) => (step.kind === 'citation' ? step.citation.source : [])))
}

const openFacts = ({ listed, facts }: PageView): number[] =>
  [...listed.values(), ...facts].flatMap((card) => (card.isClosed ? [] : card.number))

function subjectOf(page: PageView, type: string, path: string): Thing {
  const { place, pictures } = page
  const plate = plateOf(page.infobox)
  const picture = plate && pictures.get(plate.file)
  return {
    '@type': type,
    '@id': subjectAt(path),
    name: page.title,
    ...describedBy(page),
    ...(picture && { image: at(picture.address) }),
    ...(place && (PARTS[type] ?? partOf)(subjectAt(place.work.path), place.number)),
    mainEntityOfPage: { '@id': at(path) },
  } as Thing
}

const partOf = (work: string, place: number) => ({
  position: place,
  isPartOf: { '@type': 'CreativeWork', '@id': work },
})
