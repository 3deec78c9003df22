import { and, eq } from 'drizzle-orm'
import type { Queryable, Tx } from '@/db/postgres/client'
import { thanks } from '@/db/revisions/schema'

type Thanks = Pick<typeof thanks.$inferSelect, 'revisionId' | 'byId'>

/** Notes thanks for an edit; tells whether they are the first of this account. */
export async function insertThanks(tx: Tx, row: Thanks): Promise<boolean> {
  const written = await tx.insert(thanks).values(row).onConflictDoNothing().returning({ byId: thanks.byId })
  return written.length > 0
}

/** Whether an account has thanked for an edit. */
export async function hasThanked(db: Queryable, { revisionId, byId }: Thanks): Promise<boolean> {
  const rows = await db
    .select({ byId: thanks.byId })
    .from(thanks)
    .where(and(eq(thanks.revisionId, revisionId), eq(thanks.byId, byId)))
  return rows.length > 0
}
