import { reads } from '@/db/postgres/client'
import { findEntriesAsOf } from '@/db/revisions/as-of'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { stored } from '@/lib/kinds/registry'
import { loadOpenings } from '@/lib/places/loaders'
import { recordOf } from './record'
import type { Records } from './records'

/** The records of sources as of a place in the publish sequence; those that are not visible (any more) are missing. */
export async function loadRecordsAsOf(ids: Iterable<number>, sequence: number): Promise<Records> {
  const wanted = [...new Set(ids)]
  recordDependency(...wanted.flatMap((id) => [tags.entry(id), tags.history(id)]))
  const { scope } = await loadOpenings()
  const rows = await findEntriesAsOf(reads(), scope, wanted, sequence)
  return new Map(
    rows.flatMap(({ id, number, content, schemaVersion }) =>
      content === null || schemaVersion === null
        ? []
        : [[id, recordOf(number, stored('source', { content, schemaVersion }))] as const],
    ),
  )
}
