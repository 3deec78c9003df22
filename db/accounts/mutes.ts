import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { account, mute } from '@/db/accounts/schema'
import type { Queryable, Tx } from '@/db/postgres/client'

/** Begins to mute an account, or ends it. Doing it again changes nothing. */
export async function setMuted(tx: Tx, accountId: number, mutedId: number, isOn: boolean): Promise<void> {
  if (isOn) await tx.insert(mute).values({ accountId, mutedId }).onConflictDoNothing()
  else await tx.delete(mute).where(and(eq(mute.accountId, accountId), eq(mute.mutedId, mutedId)))
}

/** Whom an account has muted, by their names, at most so many. */
export async function findMuted(
  db: Queryable,
  accountId: number,
  most: number,
): Promise<{ id: number; name: string }[]> {
  return db
    .select({ id: account.id, name: account.name })
    .from(mute)
    .innerJoin(account, eq(account.id, mute.mutedId))
    .where(eq(mute.accountId, accountId))
    .orderBy(asc(account.nameKey))
    .limit(most)
}

/** The ids of those whom an account has muted, at most so many. */
export async function findMutedIds(db: Queryable, accountId: number, most: number): Promise<number[]> {
  const rows = await db
    .select({ id: mute.mutedId })
    .from(mute)
    .where(eq(mute.accountId, accountId))
    .limit(most)
  return rows.map(({ id }) => id)
}

/** Whether an account has muted another one: a condition on two columns or values. */
export const hasMuted = (accountId: SQL | number, mutedId: SQL | number): SQL<boolean> =>
  sql<boolean>`exists (select from ${mute} muting where muting.account_id = ${accountId} and muting.muted_id = ${mutedId})`

/** The ids of those whom an account has muted, at most 200: a column. */
export const mutedOf = (accountId: SQL): SQL<number[]> =>
  sql<number[]>`coalesce((select jsonb_agg(muted_id) from (
    select muted_id from ${mute} where account_id = ${accountId} limit 200) muted), '[]')`
