import { nameOf } from '@/lib/content/diff-tokens'
import { entries, gateIfAny, gatesOf, passages, plain, richLines } from '@/lib/content/field-types'
import type { Fields } from '@/lib/content/fields'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { messages } from '@/lib/messages/messages'

const fields: Fields<PageContent> = {
  title: plain('structure'),
  kind: plain('structure', { words: (key, labels) => labels.kinds.get(key) ?? key }),
  language: plain('structure'),
  lead: passages(),
  infobox: richLines('evidence'),
  gates: gatesOf('infobox'),
  body: passages(),
  categories: entries('structure', 'category', 'category'),
  isLiving: plain('structure'),
  ordinal: plain('structure', {
    words: ({ number, work }, labels) => messages().diff.ordinal(number, nameOf(work, labels)),
    mapReferences: (ordinal, map) => ordinal && { ...ordinal, work: map(ordinal.work, 'mentions', 'page') },
    formSteps: 2,
  }),
  gate: gateIfAny(),
}

/** A page's fields. */
export const writtenPage = { name: 'page' as const, fields }
