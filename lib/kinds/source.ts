import { nameOf } from '@/lib/content/diff-tokens'
import { names, partialDate, plain } from '@/lib/content/field-types'
import { linesOf } from '@/lib/content/plain-text'
import { messages } from '@/lib/messages/messages'
import { type SourceContent, sourceContentSchema } from '@/lib/sources/schema'
import { type Kind, upgradeNothing } from './kind'

/** A source: a bibliographic record, read by its number. */
export const sourceKind: Kind<SourceContent> = {
  name: 'source',
  schema: sourceContentSchema,
  version: 1,
  upgrade: upgradeNothing,
  fields: {
    type: plain('evidence'),
    title: plain('wording'),
    description: plain('wording'),
    publisher: plain('evidence'),
    authors: names('evidence'),
    issued: partialDate('evidence'),
    url: plain('evidence'),
    archiveUrl: plain('evidence'),
    via: plain('evidence'),
    derivedFrom: plain('evidence', {
      words: (derived, labels) =>
        derived.kind === 'source'
          ? messages().diff.derivedFrom.source(nameOf(derived.source, labels))
          : messages().diff.derivedFrom[derived.kind],
      isUnsaid: ({ kind }) => kind === 'unknown',
      mapReferences: (derived, map) =>
        derived.kind === 'source'
          ? { ...derived, source: map(derived.source, 'mentions', 'source') }
          : derived,
      formSteps: 2,
    }),
    note: plain('wording'),
  },
  fieldNames: () => messages().diff.fields.source,
  ownName: ({ title, description }) => title ?? description ?? '',
  searchText: ({ title, description, publisher, authors, via }) =>
    linesOf([title ?? '', description ?? '', publisher ?? '', ...authors, via ?? '']),
  readText: (source) => sourceKind.searchText(source),
  isGated: () => false,
  isPrivate: () => false,
}
