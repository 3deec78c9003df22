import { cache } from 'react'
import { findPageHead } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { nothingHere, recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { loadRecords, type Records } from '@/lib/citations/records'
import { numberReferences, type References } from '@/lib/citations/references'
import type { Block } from '@/lib/content/document'
import { insideSteps, pagesNamed } from '@/lib/content/walk'
import { loadNames, type Names } from '@/lib/entries/names'
import type { AddressText } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { stored } from '@/lib/kinds/registry'
import { loadOpenings } from '@/lib/places/loaders'
import { writersScope } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'

/** A closed passage that the reader has opened. */
export interface Passage {
  /** Its page's title, number and path. */
  title: string
  number: number
  path: string
  block: string
  language: string
  blocks: Block[]
  /** The place of its gate; null when that is unknown. */
  from: string | null
  names: Names
  records: Records
  references: References
}

/** A gated passage by its page's entry and its block; null, and a 404, when there is none. */
export const loadPassage = cache(async (entry: AddressText, block: AddressText): Promise<Passage | null> => {
  const id = numberOfAddress(entry)
  if (id === null) return nothingHere()
  recordDependency(tags.entry(id))
  const head = await findPageHead(reads(), writersScope, id)
  if (!head) return nothingHere()
  const content = stored('page', head)
  const spoiler = [...content.lead.content, ...content.body.content].find(
    (one) => one.type === 'spoiler' && one.attrs.id === block,
  )
  if (spoiler?.type !== 'spoiler') return nothingHere()
  const { gate } = spoiler.attrs
  const steps = [...insideSteps(spoiler.content)]
  const citations = steps.flatMap((step) => (step.kind === 'citation' ? step.citation : []))
  const [names, records] = await Promise.all([
    loadNames(pagesNamed(steps)),
    loadRecords(citations.map((citation) => citation.source)),
  ])
  return {
    title: content.title,
    number: head.number,
    path: paths.page(content.title),
    block,
    language: content.language,
    blocks: spoiler.content as Block[],
    from: (await loadOpenings()).labelOf(gate),
    names,
    records,
    references: numberReferences(citations),
  }
})
