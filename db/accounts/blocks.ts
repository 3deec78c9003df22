import { and, asc, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm'
import { account, block } from '@/db/accounts/schema'
import type { Queryable, Tx } from '@/db/postgres/client'

const isStanding = (accountId: number) => and(eq(block.accountId, accountId), isNull(block.liftedAt))

/** Locks an account until the transaction ends and gives its name and role; null when there is none. */
export async function lockAccount(
  tx: Tx,
  id: number,
): Promise<Pick<typeof account.$inferSelect, 'id' | 'name' | 'role'> | null> {
  const [row] = await tx
    .select({ id: account.id, name: account.name, role: account.role })
    .from(account)
    .where(eq(account.id, id))
    .for('no key update')
  return row ?? null
}

/**
 * Locks accounts until the transaction ends, in the order of their ids, so that their rights do not change meanwhile.
 */
export async function lockAccounts(tx: Tx, ids: number[]): Promise<void> {
  await tx
    .select({ id: account.id })
    .from(account)
    .where(inArray(account.id, ids))
    .orderBy(asc(account.id))
    .for('no key update')
}

/** Writes a block that lasts `days`, or until it is lifted when null, and gives its id. Replaces an expired one. */
export async function insertBlock(
  tx: Tx,
  values: { accountId: number; byId: number; reason: string; rule?: string; days: number | null },
): Promise<number> {
  const { days, ...rest } = values
  await tx
    .update(block)
    .set({ liftedAt: sql`${block.expiresAt}` })
    .where(and(isStanding(values.accountId), lte(block.expiresAt, sql`now()`)))
  const expiresAt = days === null ? null : sql`now() + make_interval(days => ${days})`
  const [row] = await tx
    .insert(block)
    .values({ ...rest, expiresAt })
    .returning({ id: block.id })
  if (!row) throw new Error('a block was not written')
  return row.id
}

/** Lifts the current block and gives its id; null when there is none. */
export async function liftBlock(tx: Tx, accountId: number, byId: number): Promise<number | null> {
  const [row] = await tx
    .update(block)
    .set({ liftedAt: sql`now()`, liftedById: byId })
    .where(isStanding(accountId))
    .returning({ id: block.id })
  return row?.id ?? null
}

export interface ShownBlock {
  reason: string
  rule: string
  by: { id: number; name: string }
  since: Date
  until: Date | null
}

/** The current block of an account, and who set it; null when there is none. */
export async function findBlock(db: Queryable, accountId: number): Promise<ShownBlock | null> {
  const [row] = await db
    .select({
      reason: block.reason,
      rule: block.rule,
      by: { id: account.id, name: account.name },
      since: block.createdAt,
      until: block.expiresAt,
    })
    .from(block)
    .innerJoin(account, eq(account.id, block.byId))
    .where(and(isStanding(accountId), sql`coalesce(${block.expiresAt} > now(), true)`))
  return row ?? null
}

const hasRunOut = and(isNull(block.liftedAt), lte(block.expiresAt, sql`now()`))

/** Ends a block that has run out, and gives its account; null where it has not, or was ended before. */
export async function endRunOutBlock(tx: Tx, id: number): Promise<number | null> {
  const [row] = await tx
    .update(block)
    .set({ liftedAt: sql`${block.expiresAt}` })
    .where(and(eq(block.id, id), hasRunOut))
    .returning({ accountId: block.accountId })
  return row?.accountId ?? null
}

/** The blocks beyond this id that have run out and were not ended, in order, at most so many. */
export async function findRunOutBlockIds(db: Queryable, after: number, most: number): Promise<number[]> {
  const rows = await db
    .select({ id: block.id })
    .from(block)
    .where(and(gt(block.id, after), hasRunOut))
    .orderBy(asc(block.id))
    .limit(most)
  return rows.map(({ id }) => id)
}
