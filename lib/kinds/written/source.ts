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
  language: plain('evidence', { words: (tag) => messages().language.nameOf(String(tag)) }),
  url: plain('evidence'),
  archiveUrl: plain('evidence'),
  doi: plain('evidence'),
  isbn: plain('evidence'),
  via: plain('evidence'),
  derivedFrom: plain('evidence', {
    words: (derived, labels) => {
      const { derivedFrom: words } = messages().diff
      if (derived.kind === 'source') return words.source(nameOf(derived.source, labels))
      if (derived.kind === 'work' && derived.page !== null) return words.workOf(nameOf(derived.page, labels))
      return words[derived.kind]
    },
    isUnsaid: ({ kind }) => kind === 'unknown',
    mapReferences: (derived, map) => {
      if (derived.kind === 'source') return { ...derived, source: map(derived.source, 'mentions', 'source') }
      if (derived.kind === 'work' && derived.page !== null)
        return { ...derived, page: map(derived.page, 'mentions', 'page') }
      return derived
    },
    formSteps: 2,
  }),
  note: plain('wording'),
}

/** A source's fields. */
export const writtenSource = { name: 'source' as const, fields }
