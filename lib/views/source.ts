import { recordOfNew, type SourceRecord } from '@/lib/citations/record'
import { type SourceView, sourceViewOf } from '@/lib/sources/view'
import type { EditFormData } from '@/lib/submissions/load'
import type { KindViews } from './kind-views'

/** A source as its record. */
export const sourceViews: KindViews<'source', SourceRecord, SourceView, EditFormData<'source'>> = {
  look: async ({ content }) => recordOfNew(content),
  asOf: async (_then, head, { sequence }) => ({ shown: await sourceViewOf(head, sequence) }),
  complete: async (editForm) => editForm,
}
