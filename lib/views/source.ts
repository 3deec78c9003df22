import { recordOfNew, type SourceRecord } from '@/lib/citations/record'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { citedSource } from '@/lib/sources/cited'
import { loadSource } from '@/lib/sources/loaders'
import { type SourceView, sourceViewOf } from '@/lib/sources/view'
import type { EditFormData } from '@/lib/submissions/load'
import type { KindViews } from './kind-views'
import { joined } from './shared-parts'

/** A source as its record. */
export const sourceViews: KindViews<'source', SourceRecord, SourceView, EditFormData<'source'>> = {
  look: async ({ content }) => recordOfNew(content),
  asOf: async (_then, head, { sequence }) => ({ shown: await sourceViewOf(head, sequence) }),
  complete: async (editForm) => editForm,
  share: async (segment) => {
    const source = await loadSource(segment)
    if (!source) return null
    const { record, content } = source
    const { issued, publisher } = content
    return {
      ...{ number: record.number, path: paths.source(record.number), title: record.title },
      eyebrow: messages().sources.type[content.type],
      words: record.title,
      detail: joined(record.authors, publisher, issued && messages().dates.partialDateInWords(issued)),
      picture: null,
      cited: citedSource(record.number, content),
    }
  },
}
