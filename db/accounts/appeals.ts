import { and, asc, desc, eq, gt, isNull, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { account, appeal, block } from '@/db/accounts/schema'
import type { Queryable, Tx } from '@/db/postgres/client'

export type Appeal = typeof appeal.$inferSelect
export type AppealOutcome = NonNullable<Appeal['outcome']>

const blockStands = and(isNull(block.liftedAt), or(isNull(block.expiresAt), gt(block.expiresAt, sql`now()`)))

/** The id of an account's current block, locked; null when there is none. */
export async function lockStandingBlock(tx: Tx, accountId: number): Promise<number | null> {
  const [row] = await tx
    .select({ id: block.id })
    .from(block)
    .where(and(eq(block.accountId, accountId), blockStands))
    .for('no key update')
  return row?.id ?? null
}

/** Writes an appeal against a block. */
export async function insertAppeal(
  tx: Tx,
  row: Pick<Appeal, 'blockId' | 'accountId' | 'words'>,
): Promise<void> {
  await tx.insert(appeal).values(row)
}

/** The last appeal against an account's current block; null where there is none. */
export async function findLastAppeal(db: Queryable, accountId: number): Promise<Appeal | null> {
  const [row] = await db
    .select({ appeal })
    .from(appeal)
    .innerJoin(block, eq(block.id, appeal.blockId))
    .where(and(eq(appeal.accountId, accountId), blockStands))
    .orderBy(desc(appeal.id))
    .limit(1)
  return row?.appeal ?? null
}

/** The answer to an account's last answered appeal, against whichever block; null where there is none. */
export async function findLastAnswer(db: Queryable, accountId: number) {
  const [row] = await db
    .select({ outcome: appeal.outcome, answer: appeal.answer })
    .from(appeal)
    .where(and(eq(appeal.accountId, accountId), sql`${appeal.answeredAt} is not null`))
    .orderBy(desc(appeal.answeredAt))
    .limit(1)
  return row ?? null
}

/** Locks an appeal until the transaction ends, with who set the block; null when there is none. */
export async function lockAppeal(tx: Tx, id: number): Promise<(Appeal & { blockedById: number }) | null> {
  const [row] = await tx
    .select({ appeal, blockedById: block.byId })
    .from(appeal)
    .innerJoin(block, eq(block.id, appeal.blockId))
    .where(eq(appeal.id, id))
    .for('update', { of: appeal })
  return row ? { ...row.appeal, blockedById: row.blockedById } : null
}

/** Answers an appeal. */
export async function answerAppealRow(
  tx: Tx,
  id: number,
  given: { byId: number; outcome: AppealOutcome; answer: string },
): Promise<void> {
  const { byId, outcome, answer } = given
  await tx
    .update(appeal)
    .set({ answeredById: byId, outcome, answer, answeredAt: sql`now()` })
    .where(eq(appeal.id, id))
}

const blocker = alias(account, 'blocker')

/** The open appeals against blocks that stand, the oldest first, after the place of `after`. */
export function findOpenAppeals(db: Queryable, after: number | null, most: number) {
  return db
    .select({
      id: appeal.id,
      words: appeal.words,
      at: appeal.at,
      personId: account.id,
      personName: account.name,
      personRole: account.role,
      byId: blocker.id,
      byName: blocker.name,
      since: block.createdAt,
      until: block.expiresAt,
      rule: block.rule,
      reason: block.reason,
    })
    .from(appeal)
    .innerJoin(block, eq(block.id, appeal.blockId))
    .innerJoin(account, eq(account.id, appeal.accountId))
    .innerJoin(blocker, eq(blocker.id, block.byId))
    .where(and(isNull(appeal.answeredAt), blockStands, after === null ? undefined : gt(appeal.id, after)))
    .orderBy(asc(appeal.id))
    .limit(most)
}

/** How many accounts of these roles could act instead of this one: those that are not blocked. */
export async function countOthersOfRoles(
  db: Queryable,
  roles: readonly (typeof account.$inferSelect)['role'][],
  except: number,
): Promise<number> {
  const standing = db
    .select({ one: sql`1` })
    .from(block)
    .where(and(eq(block.accountId, account.id), blockStands))
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(account)
    .where(and(sql`${account.role} in ${[...roles]}`, ne(account.id, except), sql`not exists ${standing}`))
  return row?.count ?? 0
}
