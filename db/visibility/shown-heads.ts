import { and, not, type SQL } from 'drizzle-orm'
import type { Queryable } from '@/db/postgres/client'
import { isWithheld } from '@/db/visibility/withheld'
import { existingEntries, type ReadScope, shownEntries } from './read-scope'

/**
 * The condition on `entry` joined with its head `revision` for the scope: neither a deleted entry, nor a closed one, nor
 * a head whose text is withheld.
 */
export function shownHeads(db: Queryable, within: ReadScope): SQL | undefined {
  return and(shownEntries(within), not(isWithheld(db, within, 'text')))
}

/** The same, what is closed included: the query must not give its texts. */
export function existingHeads(db: Queryable, within: ReadScope): SQL | undefined {
  return and(existingEntries(within), not(isWithheld(db, within, 'text')))
}
