import { and, eq, gte, isNull, lte } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { withholding } from '@/db/schema/revisions'

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
