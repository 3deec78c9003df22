import { nameOf } from '@/lib/content/diff-tokens'
import { names, partialDate, plain } from '@/lib/content/field-types'
import type { Fields } from '@/lib/content/fields'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { messages } from '@/lib/messages/messages'

const fields: Fields<SourceContent> = {
  type: plain('evidence', { words: (type) => messages().sources.type[type] }),
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
      derived.kind === 'source' ? { ...derived, source: map(derived.source, 'mentions', 'source') } : derived,
    formSteps: 2,
  }),
  note: plain('wording'),
}

/** A source's fields. */
export const writtenSource = { name: 'source' as const, fields }
