import { and, eq, gte, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Queryable } from '@/db/client'
import { type ReadScope, withheldFrom } from '@/db/read-scope'
import { revision, type withheldPart, withholding } from '@/db/schema/revisions'

/** Whether a part of the `revision` at hand, or of an alias of it, is withheld from the scope: a column or a condition. */
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

/** Whether the text of a revision is withheld, in whatever strength. */
export async function isTextWithheld(db: Queryable, entryId: number, number: number): Promise<boolean> {
  const [row] = await db
    .select({ id: withholding.id })
    .from(withholding)
    .where(
      and(
        eq(withholding.entryId, entryId),
        eq(withholding.part, 'text'),
        lte(withholding.fromNumber, number),
        gte(withholding.toNumber, number),
        isNull(withholding.liftedAt),
      ),
    )
    .limit(1)
  return row !== undefined
}
