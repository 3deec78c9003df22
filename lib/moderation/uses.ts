import { findEntriesRestingOn, type UseRow } from '@/db/links/uses'
import type { Queryable } from '@/db/postgres/client'
import { findOpenSubmissionsOn } from '@/db/submissions/open-on-entry'
import { entryPath } from '@/lib/entries/paths'
import { MOST_COUNTED } from '@/lib/messages/most-counted'

/** How many are named. */
const MOST_NAMED = 12

/** What uses an entry. */
export interface UsesOfEntry {
  /** How many of each kind, and how they use it. */
  tallies: { how: UseRow['how']; kind: UseRow['kind']; count: number }[]
  named: { label: string; path: string }[]
  /** How many more there are than those named. */
  more: number
  isCutShort: boolean
  /** The waiting submissions that would change it, by id. */
  waiting: number[]
}

/** Counts what uses an entry and names the first of it. */
export async function usesOf(db: Queryable, entryId: number): Promise<UsesOfEntry> {
  const [rows, waiting] = await Promise.all([
    findEntriesRestingOn(db, entryId, MOST_COUNTED),
    findOpenSubmissionsOn(db, entryId),
  ])
  const places = [...new Map(rows.map((row) => [row.id, row])).values()]
  return {
    tallies: tally(rows),
    named: places.slice(0, MOST_NAMED).map((row) => ({ label: row.label, path: entryPath(row) })),
    more: Math.max(0, places.length - MOST_NAMED),
    isCutShort: rows.length === MOST_COUNTED,
    waiting,
  }
}

function tally(rows: UseRow[]): UsesOfEntry['tallies'] {
  const tallies = new Map<string, UsesOfEntry['tallies'][number]>()
  for (const { how, kind } of rows) {
    const count = (tallies.get(`${how} ${kind}`)?.count ?? 0) + 1
    tallies.set(`${how} ${kind}`, { how, kind, count })
  }
  return [...tallies.values()]
}
