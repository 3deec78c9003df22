import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Queryable } from '@/db/postgres/client'
import { revision } from '@/db/revisions/schema'
import { type ReadScope, withheldFrom } from '@/db/visibility/read-scope'
import { type withheldPart, withholding } from '@/db/withholding/schema'

/**
 * Whether a part of the current `revision`, or of an alias of it, is withheld from the scope: a column or a condition.
 */
export function isWithheld(
  db: Queryable,
  within: ReadScope,
  part: (typeof withheldPart.enumValues)[number],
  of: { entryId: AnyPgColumn; number: AnyPgColumn } = revision,
): SQL<boolean> {
  const rows = db
    .select({ one: sql`1` })
    .from(withholding)
    .where(
      and(
        eq(withholding.entryId, of.entryId),
        eq(withholding.part, part),
        withheldFrom(within),
        sql`${of.number} between ${withholding.fromNumber} and ${withholding.toNumber}`,
      ),
    )
  return sql<boolean>`exists ${rows}`
}
