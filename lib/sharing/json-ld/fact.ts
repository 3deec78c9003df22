import type { Claim } from 'schema-dts'
import type { SourceRecord } from '@/lib/citations/record'
import type { Citation } from '@/lib/content/citation'
import { plainText } from '@/lib/content/plain-text'
import type { FactView } from '@/lib/facts/view'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { at, crumbsOf, graphOf, subjectAt, theWiki } from './parts'

/** A fact as a claim: who made it, what it is about, where it was made, and all sources that bear on it. */
export function factData({ card, content, about, records, head }: FactView) {
  const { facts } = messages()
  const path = paths.fact(card.number)
  const cited = (which: (citation: Citation) => boolean) =>
    content.citations.flatMap((citation) => {
      const record = records.get(citation.source)
      return record && which(citation) ? [workOf(record)] : []
    })
  const claim: Claim = {
    '@type': 'Claim',
    '@id': at(path),
    url: at(path),
    name: facts.numbered(card.number),
    text: plainText(card.statement),
    ...(card.speaker && {
      author: { '@type': 'Person', '@id': subjectAt(card.speaker.path), name: card.speaker.label },
    }),
    about: about.map((one) => ({ '@type': 'Thing', '@id': subjectAt(one.path), name: one.label })),
    appearance: cited(({ stance, directness }) => stance === 'supports' && directness === 'original'),
    citation: cited(() => true),
    isPartOf: theWiki(),
    ...(card.saidOn && { dateCreated: card.saidOn }),
    dateModified: head.editedAt.toISOString(),
  }
  const crumbs = crumbsOf(
    path,
    { label: facts.all, path: paths.facts() },
    { label: facts.numbered(card.number), path },
  )
  return graphOf(claim, crumbs)
}

const workOf = ({ title, path, url, issued }: SourceRecord) => ({
  '@type': 'CreativeWork' as const,
  '@id': at(path),
  name: title,
  ...(url && { url }),
  ...(issued && { datePublished: issued }),
})
