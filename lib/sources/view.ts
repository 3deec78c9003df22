import type { ShownHead } from '@/db/pages/pages'
import { loadSeenAt, type SeenAt } from '@/lib/captures/loaders'
import { loadRecordsAsOf } from '@/lib/citations/as-of'
import { recordOf, type SourceRecord } from '@/lib/citations/record'
import { loadRecords } from '@/lib/citations/records'
import { livingNames, loadNames, type Name } from '@/lib/entries/names'
import { stored } from '@/lib/kinds/registry'
import type { SourceContent } from '@/lib/kinds/schemas/source'

/** A source's own page. */
export interface SourceView {
  id: number
  record: SourceRecord
  content: SourceContent
  /** The source it repeats, where one is stated and still exists. */
  derivedFrom: SourceRecord | null
  /** The page about the work that it is, where one is named and shown. */
  work: Name | null
  /** What was seen at its address; null for an old version, and where nobody has looked. */
  seen: SeenAt | null
  head: ShownHead
}

/** Looks up what a source's page shows; with a place in the publish sequence, what it repeats as of then. */
export async function sourceViewOf(head: ShownHead, sequence?: number): Promise<SourceView> {
  const content = stored('source', head)
  const { derivedFrom } = content
  const origin = derivedFrom.kind === 'source' ? [derivedFrom.source] : []
  const work = derivedFrom.kind === 'work' && derivedFrom.page !== null ? [derivedFrom.page] : []
  const [records, names, seen] = await Promise.all([
    sequence === undefined ? loadRecords(origin) : loadRecordsAsOf(origin, sequence),
    loadNames(work),
    sequence === undefined && content.url ? loadSeenAt(head.id) : null,
  ])
  return {
    id: head.id,
    record: recordOf(head.number, content),
    content,
    derivedFrom: origin.flatMap((id) => records.get(id) ?? [])[0] ?? null,
    work: livingNames(names, work)[0] ?? null,
    seen,
    head,
  }
}
