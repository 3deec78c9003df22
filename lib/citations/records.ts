import { reads } from '@/db/postgres/client'
import { findSources, type SourceRow } from '@/db/sources/sources'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { stored } from '@/lib/kinds/registry'
import { loadOpenings } from '@/lib/places/loaders'
import { recordOf, type SourceRecord } from './record'

/** Sources by the entry's id. */
export type Records = ReadonlyMap<number, SourceRecord>

/** The records of sources; those that are not shown to everybody are missing. */
export async function loadRecords(ids: Iterable<number>): Promise<Records> {
  const wanted = [...new Set(ids)]
  recordDependency(...wanted.map(tags.entry))
  const { scope } = await loadOpenings()
  const rows = await findSources(reads(), scope, wanted)
  return new Map(rows.map((row) => [row.id, recordOfRow(row)]))
}

/** Makes the record of a source's row. */
export const recordOfRow = (row: SourceRow) => recordOf(row.number, stored('source', row))
