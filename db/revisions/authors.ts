import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/postgres/client'
import { revision } from '@/db/revisions/schema'

/** The authors of an entry's published edits, or of a range of its revisions. */
export async function findAuthorIds(
  db: Queryable,
  entryId: number,
  range?: { from: number; to: number },
): Promise<number[]> {
  const rows = await db
    .selectDistinct({ id: revision.authorId })
    .from(revision)
    .where(
      and(
        eq(revision.entryId, entryId),
        isNotNull(revision.authorId),
        range && sql`${revision.number} between ${range.from} and ${range.to}`,
      ),
    )
  return rows.flatMap((row) => row.id ?? [])
}
