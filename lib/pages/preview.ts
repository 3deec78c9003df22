import { reads } from '@/db/postgres/client'
import { findFieldsOfKind } from '@/db/wiki/page-kinds'
import { loadRecords, type Records } from '@/lib/citations/records'
import type { Block } from '@/lib/content/document'
import { entryIdsAmong } from '@/lib/content/temporary-id'
import { pagesNamed } from '@/lib/content/walk'
import { loadNames, type Names } from '@/lib/entries/names'
import { cardOf, citedBy, type FactCard, namedBy } from '@/lib/facts/card'
import { loadPictures, type Pictures } from '@/lib/files/pictures'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { loadOpenings } from '@/lib/places/loaders'
import { factsIn, filesIn, readFacts, stepsOf } from './compose'
import { type InfoboxRow, infoboxOf, linkedInfobox, titlesNamed } from './infobox'

/** A preview of a page's text, with everything that it refers to. */
export interface PagePreview {
  title: string
  language: string
  lead: Block[]
  infobox: InfoboxRow[]
  body: Block[]
  listed: ReadonlyMap<number, FactCard>
  names: Names
  records: Records
  pictures: Pictures
}

/** Looks up what the preview of an unpublished page shows; `made` has the records of sources created with it. */
export async function previewPage(content: PageContent, made: Records): Promise<PagePreview> {
  const fields = await findFieldsOfKind(reads(), content.kind)
  const openings = await loadOpenings()
  const infobox = infoboxOf(content, fields, openings)
  const steps = stepsOf(content, infobox)
  const facts = await readFacts(factsIn(steps))
  const shown = [...facts.values()]
  const cited = steps.flatMap((step) => (step.kind === 'citation' ? step.citation.source : []))
  const [names, found, pictures] = await Promise.all([
    loadNames([
      ...pagesNamed(steps),
      ...titlesNamed(infobox),
      ...shown.flatMap((fact) => [...namedBy(fact)]),
    ]),
    loadRecords([...entryIdsAmong(cited), ...shown.flatMap(citedBy)]),
    loadPictures(entryIdsAmong(filesIn(steps))),
  ])
  const records = new Map([...found, ...made])
  return {
    title: content.title,
    language: content.language,
    lead: content.lead.content,
    infobox: linkedInfobox(infobox, names),
    body: content.body.content,
    listed: new Map(shown.map((fact) => [fact.row.id, cardOf(fact, names, records, openings)])),
    names,
    records,
    pictures,
  }
}
