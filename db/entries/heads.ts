import { and, not, type SQL } from 'drizzle-orm'
import { type ReadScope, shownEntries } from '@/db/entries/read-scope'
import type { Queryable } from '@/db/postgres/client'
import { isWithheld } from '@/db/withholding/withholdings'

/**
 * The condition on `entry` joined with its head `revision` that keeps to what the scope shows: neither a deleted entry
 * nor a head whose text is withheld.
 */
export function shownHeads(db: Queryable, within: ReadScope): SQL | undefined {
  return and(shownEntries(within), not(isWithheld(db, within, 'text')))
}
