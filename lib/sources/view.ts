import type { ShownHead } from '@/db/pages/pages'
import { loadRecordsAsOf } from '@/lib/citations/as-of'
import { recordOf, type SourceRecord } from '@/lib/citations/record'
import { loadRecords } from '@/lib/citations/records'
import { stored } from '@/lib/kinds/registry'
import type { SourceContent } from '@/lib/kinds/schemas/source'

/** A source's own page. */
export interface SourceView {
  id: number
  record: SourceRecord
  content: SourceContent
  /** The source it repeats, where one is stated and still exists. */
  derivedFrom: SourceRecord | null
  head: ShownHead
}

/** Looks up what a source's page shows; with a place in the publish sequence, what it repeats as of then. */
export async function sourceViewOf(head: ShownHead, sequence?: number): Promise<SourceView> {
  const content = stored('source', head)
  const { derivedFrom } = content
  const origin = derivedFrom.kind === 'source' ? [derivedFrom.source] : []
  const records = await (sequence === undefined ? loadRecords(origin) : loadRecordsAsOf(origin, sequence))
  return {
    id: head.id,
    record: recordOf(head.number, content),
    content,
    derivedFrom: origin.flatMap((id) => records.get(id) ?? [])[0] ?? null,
    head,
  }
}
