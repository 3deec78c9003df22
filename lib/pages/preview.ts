import { reads } from '@/db/client'
import { findFieldsOfKind } from '@/db/queries/page-kinds'
import type { Block, RichLine } from '@/lib/content/document'
import { pagesNamed } from '@/lib/content/walk'
import { cardOf, citedBy, type FactCard, namedBy } from '@/lib/facts/card'
import { loadRecords, type Records } from '@/lib/sources/records'
import { loadNames, type Names } from '@/lib/titles/names'
import { factsIn, readFacts, stepsOf } from './compose'
import type { PageContent } from './schema'

/** A page's text as readers would see it, everything that it names looked up. */
export interface PagePreview {
  title: string
  language: string
  lead: Block[]
  infobox: { label: string; value: RichLine }[]
  body: Block[]
  listed: ReadonlyMap<number, FactCard>
  names: Names
  records: Records
}

/** Looks up what a page's text shows that is not published (yet); `made` has the records of sources that come with it. */
export async function previewPage(content: PageContent, made: Records): Promise<PagePreview> {
  const fields = await findFieldsOfKind(reads(), content.kind)
  const infobox = fields.flatMap(({ key, label }) => {
    const value = content.infobox[key]
    return value?.length ? [{ label, value }] : []
  })
  const steps = stepsOf(content, infobox)
  const facts = await readFacts(factsIn(steps))
  const shown = [...facts.values()]
  const cited = steps.flatMap((step) => (step.kind === 'citation' ? step.citation.source : []))
  const [names, found] = await Promise.all([
    loadNames([...pagesNamed(steps), ...shown.flatMap((fact) => [...namedBy(fact)])]),
    loadRecords([...cited.filter((id) => id > 0), ...shown.flatMap(citedBy)]),
  ])
  const records = new Map([...found, ...made])
  return {
    title: content.title,
    language: content.language,
    lead: content.lead.content,
    infobox,
    body: content.body.content,
    listed: new Map(shown.map((fact) => [fact.row.id, cardOf(fact, names, records)])),
    names,
    records,
  }
}
