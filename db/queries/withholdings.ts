import { and, eq, gte, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { type ReadScope, withheldFrom } from '@/db/read-scope'
import { revision, type withheldPart, withholding } from '@/db/schema/revisions'

/** Whether a part of the `revision` at hand is withheld from the scope, as a column or a condition. */
export function isWithheld(
  db: Queryable,
  within: ReadScope,
  part: (typeof withheldPart.enumValues)[number],
): SQL<boolean> {
  const rows = db
    .select({ one: sql`1` })
    .from(withholding)
    .where(
      and(
        eq(withholding.entryId, revision.entryId),
        eq(withholding.part, part),
        withheldFrom(within),
        sql`${revision.number} between ${withholding.fromNumber} and ${withholding.toNumber}`,
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
