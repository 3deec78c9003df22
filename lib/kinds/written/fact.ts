import {
  citations,
  entries,
  entryAt,
  gate,
  names,
  partialDate,
  plain,
  richLine,
} from '@/lib/content/field-types'
import type { Fields } from '@/lib/content/fields'
import type { FactContent } from '@/lib/kinds/schemas/fact'

const fields: Fields<FactContent> = {
  statement: richLine(),
  about: entries('structure', 'about', 'page'),
  speaker: entryAt('evidence', 'mentions', 'page'),
  saidTo: plain('evidence'),
  saidOn: partialDate('evidence'),
  topics: names('structure'),
  gate: gate(),
  isPrivateLife: plain('evidence', { isUnsaid: (isPrivate) => !isPrivate }),
  citations: citations(),
  note: plain('wording'),
}

/** A fact's fields. */
export const writtenFact = { name: 'fact' as const, fields }
