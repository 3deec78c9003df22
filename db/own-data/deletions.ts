import { and, asc, eq, gt, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm'
import { account, accountDeletion, heldName } from '@/db/accounts/schema'
import type { Primary, Queryable, Tx } from '@/db/postgres/client'

export type Deletion = typeof accountDeletion.$inferSelect

/** A deletion that was asked for, not taken back, and not done yet. */
const isPending: SQL = and(isNull(accountDeletion.undoneAt), isNull(accountDeletion.doneAt)) as SQL
const isDue = and(isPending, lte(accountDeletion.dueAt, sql`now()`))

/** The pending deletion of an account; null where none is. */
export async function findPendingDeletion(db: Queryable, accountId: number): Promise<Deletion | null> {
  const [row] = await db
    .select()
    .from(accountDeletion)
    .where(and(eq(accountDeletion.accountId, accountId), isPending))
  return row ?? null
}

/** Notes that an account is to be deleted; gives when. One that was taken back before is asked for anew. */
export async function insertDeletion(
  tx: Tx,
  { accountId, neutralName, days }: { accountId: number; neutralName: string | null; days: number },
): Promise<Date> {
  const dueAt = sql`now() + make_interval(days => ${days})`
  const fresh = { askedAt: sql`now()`, dueAt, neutralName, undoneAt: null, doneAt: null, listedAt: null }
  const [row] = await tx
    .insert(accountDeletion)
    .values({ accountId, neutralName, dueAt })
    .onConflictDoUpdate({ target: accountDeletion.accountId, set: fresh })
    .returning({ dueAt: accountDeletion.dueAt })
  if (!row) throw new Error('a deletion was not written')
  return row.dueAt
}

/** Takes a deletion back before it is due; false where there is none to take back. */
export async function undoDeletion(tx: Tx, accountId: number): Promise<boolean> {
  const rows = await tx
    .update(accountDeletion)
    .set({ undoneAt: sql`now()`, listedAt: null })
    .where(and(eq(accountDeletion.accountId, accountId), isPending, gt(accountDeletion.dueAt, sql`now()`)))
    .returning({ accountId: accountDeletion.accountId })
  return rows.length > 0
}

/** Locks a deletion that is due until the transaction ends; null where it is not, or was done. */
export async function lockDueDeletion(tx: Tx, accountId: number): Promise<Deletion | null> {
  const [row] = await tx
    .select()
    .from(accountDeletion)
    .where(and(eq(accountDeletion.accountId, accountId), isDue))
    .for('update')
  return row ?? null
}

/** Notes that a deletion is done, and under which name. */
export async function settleDeletion(tx: Tx, accountId: number, neutralName: string | null): Promise<void> {
  await tx
    .update(accountDeletion)
    .set({ doneAt: sql`now()`, neutralName, listedAt: null })
    .where(eq(accountDeletion.accountId, accountId))
}

/** The accounts beyond this id whose deletion is due, in order, at most so many. */
export async function findDueDeletionIds(db: Queryable, after: number, most: number): Promise<number[]> {
  const rows = await db
    .select({ id: accountDeletion.accountId })
    .from(accountDeletion)
    .where(and(gt(accountDeletion.accountId, after), isDue))
    .orderBy(asc(accountDeletion.accountId))
    .limit(most)
  return rows.map(({ id }) => id)
}

/** Takes from an account everything but its id, its name and when it was made. */
export async function emptyAccount(tx: Tx, accountId: number): Promise<void> {
  await tx
    .update(account)
    .set({
      role: 'fan',
      passwordHash: null,
      recoveryHash: null,
      email: null,
      emailConfirmedAt: null,
      emailRefusedAt: null,
      progress: null,
      greetingPutAwayAt: null,
    })
    .where(eq(account.id, accountId))
}

/** Lets nobody take back the names that an account has given up; they become free when their time is over. */
export async function disownHeldNames(tx: Tx, accountId: number): Promise<void> {
  await tx.update(heldName).set({ accountId: null }).where(eq(heldName.accountId, accountId))
}

/** At most `most` accounts of a role that are not about to go. */
export async function findWhoStays(
  db: Queryable,
  role: typeof account.$inferSelect.role,
  most: number,
): Promise<number[]> {
  const rows = await db
    .select({ id: account.id })
    .from(account)
    .leftJoin(
      accountDeletion,
      and(eq(accountDeletion.accountId, account.id), isNull(accountDeletion.undoneAt)),
    )
    .where(and(sql`${account.role} = ${role}`, isNull(accountDeletion.accountId)))
    .limit(most)
  return rows.map(({ id }) => id)
}

/** A deletion as the list in the store of files names it: by the account's id and when that was made. */
export type ListedDeletion = Pick<Deletion, 'askedAt' | 'dueAt' | 'undoneAt' | 'neutralName'> & {
  id: number
  createdAt: Date
}

/** At most `most` deletions, asked for, taken back or done, that the store's list does not say yet. */
export async function findUnlistedDeletions(db: Queryable, most: number): Promise<ListedDeletion[]> {
  return db
    .select({
      id: account.id,
      createdAt: account.createdAt,
      askedAt: accountDeletion.askedAt,
      dueAt: accountDeletion.dueAt,
      undoneAt: accountDeletion.undoneAt,
      neutralName: accountDeletion.neutralName,
    })
    .from(accountDeletion)
    .innerJoin(account, eq(account.id, accountDeletion.accountId))
    .where(isNull(accountDeletion.listedAt))
    .orderBy(asc(account.id))
    .limit(most)
}

/** Notes that the store's list says this; not where it has changed meanwhile. */
export async function noteDeletionListed(
  db: Primary,
  { id, askedAt, undoneAt }: ListedDeletion,
): Promise<void> {
  await db
    .update(accountDeletion)
    .set({ listedAt: sql`now()` })
    .where(
      and(
        eq(accountDeletion.accountId, id),
        sql`date_trunc('milliseconds', ${accountDeletion.askedAt}) = ${askedAt.toISOString()}::timestamptz`,
        undoneAt === null ? isNull(accountDeletion.undoneAt) : sql`${accountDeletion.undoneAt} is not null`,
      ),
    )
}

/** Which of these accounts there are, by their ids, with when each was made. */
export async function findWhenMade(db: Queryable, ids: readonly number[]): Promise<Map<number, Date>> {
  const rows = await db
    .select({ id: account.id, createdAt: account.createdAt })
    .from(account)
    .where(inArray(account.id, [...ids]))
  return new Map(rows.map(({ id, createdAt }) => [id, createdAt]))
}

/**
 * Writes what the store's list says of a deletion, unless the database knows something later of it. Gives whether
 * anything changed.
 */
export async function learnDeletion(tx: Tx, listed: ListedDeletion): Promise<boolean> {
  const { id: accountId, askedAt, dueAt, undoneAt, neutralName } = listed
  const values = { accountId, askedAt, dueAt, undoneAt, neutralName, listedAt: sql`now()` }
  const latest = sql`greatest(${accountDeletion.askedAt}, ${accountDeletion.undoneAt})`
  const said = (undoneAt ?? askedAt).toISOString()
  const rows = await tx
    .insert(accountDeletion)
    .values(values)
    .onConflictDoUpdate({
      target: accountDeletion.accountId,
      set: values,
      setWhere: and(
        isNull(accountDeletion.doneAt),
        sql`date_trunc('milliseconds', ${latest}) < ${said}::timestamptz`,
      ),
    })
    .returning({ accountId: accountDeletion.accountId })
  return rows.length > 0
}
