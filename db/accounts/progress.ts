import { and, eq, sql } from 'drizzle-orm'
import { account } from '@/db/accounts/schema'
import type { Queryable, Tx } from '@/db/postgres/client'

/** How far an account is, as it was written; null where nothing was. */
export async function findProgress(db: Queryable, accountId: number): Promise<string | null> {
  const [row] = await db.select({ progress: account.progress }).from(account).where(eq(account.id, accountId))
  return row?.progress ?? null
}

/** The same, locking the account until the transaction ends. */
export async function lockProgress(tx: Tx, accountId: number): Promise<string | null> {
  const [row] = await tx
    .select({ progress: account.progress })
    .from(account)
    .where(eq(account.id, accountId))
    .for('update')
  return row?.progress ?? null
}

/** Writes how far an account is, unless something else than `before` is there now: then that is newer. */
export async function replaceProgress(
  db: Queryable,
  accountId: number,
  before: string | null,
  progress: string,
): Promise<void> {
  await db
    .update(account)
    .set({ progress })
    .where(and(eq(account.id, accountId), sql`${account.progress} is not distinct from ${before}`))
}

/** Writes how far an account is. */
export async function updateProgress(tx: Tx, accountId: number, progress: string | null): Promise<void> {
  await tx.update(account).set({ progress }).where(eq(account.id, accountId))
}
