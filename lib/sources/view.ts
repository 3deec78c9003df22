import type { ShownHead } from '@/db/queries/pages'
import { stored } from '@/lib/kinds/registry'
import { loadRecordsAsOf } from './as-of'
import { recordOf, type SourceRecord } from './record'
import { loadRecords } from './records'
import type { SourceContent } from './schema'

/** A source's own page. */
export interface SourceView {
  id: number
  record: SourceRecord
  content: SourceContent
  /** The source it repeats, where one is stated and still here. */
  derivedFrom: SourceRecord | null
  head: ShownHead
}

/** Looks up what a source's page shows; with a place in the publish sequence, what it repeats as that was then. */
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
