import { countShownPlaces, findShownPlaces } from '@/db/entries/shown-places'
import { findEntryNames, type NameRow } from '@/db/entries/titles'
import type { Queryable } from '@/db/postgres/client'
import type { ReadScope } from '@/lib/policy/policy'
import { called, isUntold } from './called'
import { entryPath } from './paths'

/** Where an entry is shown: some of the places, and how many there are in all. */
export interface Reach {
  places: { label: string; path: string }[]
  count: number
}

/** An entry's label and path. */
export const placeOf = (row: Pick<NameRow, 'kind' | 'number' | 'label'>) => {
  const label = called(row)
  return { label, path: entryPath({ ...row, label }) }
}

/**
 * Where a published entry is shown today, by what its text names and by lists of others. At most `most` places are
 * named, of those that may be told within this scope.
 */
export async function reachOf(db: Queryable, within: ReadScope, id: number, most: number): Promise<Reach> {
  const [found, counts] = await Promise.all([findShownPlaces(db, [id], most), countShownPlaces(db, [id])])
  return {
    places: await placesTold(
      db,
      within,
      found.map((place) => place.id),
    ),
    count: counts.get(id) ?? 0,
  }
}

/** These entries as places, in this order, without what may not be told. */
export async function placesTold(db: Queryable, within: ReadScope, ids: number[]): Promise<Reach['places']> {
  const rows = new Map((await findEntryNames(db, within, ids)).map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = rows.get(id)
    return row && !row.isDeleted && !isUntold(row) ? [placeOf(row)] : []
  })
}
