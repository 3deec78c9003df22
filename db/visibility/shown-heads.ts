import { and, not, type SQL } from 'drizzle-orm'
import type { Queryable } from '@/db/postgres/client'
import { isWithheld } from '@/db/visibility/withheld'
import { type ReadScope, shownEntries } from './read-scope'

/**
 * The condition on `entry` joined with its head `revision` for the scope: neither a deleted entry nor a head whose text
 * is withheld.
 */
export function shownHeads(db: Queryable, within: ReadScope): SQL | undefined {
  return and(shownEntries(within), not(isWithheld(db, within, 'text')))
}
