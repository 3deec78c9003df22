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
import { linesOf, plainText } from '@/lib/content/plain-text'
import { type FactContent, factContentSchema } from '@/lib/facts/schema'
import { messages } from '@/lib/messages/messages'
import { type Kind, upgradeNothing } from './kind'

/** A fact: one claim, who said it, where, on which sources; read by its number, behind a gate or not. */
export const factKind: Kind<FactContent> = {
  name: 'fact',
  schema: factContentSchema,
  version: 1,
  upgrade: upgradeNothing,
  fields: {
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
  },
  fieldNames: () => messages().diff.fields.fact,
  ownName: ({ statement }) => plainText(statement),
  searchText: (fact) =>
    factKind.isGated(fact) ? '' : linesOf([plainText(fact.statement), fact.saidTo ?? '', ...fact.topics]),
  readText: ({ statement }) => plainText(statement),
  isGated: (fact) => fact.gate.kind !== 'none',
  isPrivate: ({ isPrivateLife }) => isPrivateLife,
}
