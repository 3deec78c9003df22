import { and, eq, notExists, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { type ReadScope, shownEntries, withheldFrom } from '@/db/read-scope'
import { entry } from '@/db/schema/entries'
import { revision, withholding } from '@/db/schema/revisions'

/**
 * The condition on `entry` joined with its head `revision` that keeps to what the scope shows: neither a deleted entry
 * nor a head whose text is withheld.
 */
export function shownHeads(db: Queryable, within: ReadScope): SQL | undefined {
  const withheld = db
    .select({ one: sql`1` })
    .from(withholding)
    .where(
      and(
        eq(withholding.entryId, entry.id),
        eq(withholding.part, 'text'),
        withheldFrom(within),
        sql`${revision.number} between ${withholding.fromNumber} and ${withholding.toNumber}`,
      ),
    )
  return and(shownEntries(within), notExists(withheld))
}

/** Whether the name of the head's author is withheld from the scope, as a column. */
export function isAuthorWithheld(db: Queryable, within: ReadScope): SQL<boolean> {
  const rows = db
    .select({ one: sql`1` })
    .from(withholding)
    .where(
      and(
        eq(withholding.entryId, entry.id),
        eq(withholding.part, 'author'),
        withheldFrom(within),
        sql`${revision.number} between ${withholding.fromNumber} and ${withholding.toNumber}`,
      ),
    )
  return sql<boolean>`exists ${rows}`
}
