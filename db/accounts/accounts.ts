import { count, desc, eq, gt, isNotNull, sql } from 'drizzle-orm'
import { account, accountDeletion } from '@/db/accounts/schema'
import type { Queryable, Tx } from '@/db/postgres/client'

type Account = typeof account.$inferSelect

/** Writes an account and gives its id; null when another account holds the same name key. */
export async function insertAccount(
  tx: Tx,
  values: Pick<Account, 'name' | 'nameKey' | 'passwordHash' | 'role'> & { recoveryHash?: string | null },
): Promise<number | null> {
  const [row] = await tx
    .insert(account)
    .values(values)
    .onConflictDoNothing({ target: account.nameKey })
    .returning({ id: account.id })
  return row?.id ?? null
}

/** What signing in and recovery need of the account with a name key; null when there is none. */
export async function findCredentials(
  db: Queryable,
  nameKey: string,
): Promise<Pick<Account, 'id' | 'passwordHash' | 'recoveryHash'> | null> {
  const [row] = await db
    .select({ id: account.id, passwordHash: account.passwordHash, recoveryHash: account.recoveryHash })
    .from(account)
    .where(eq(account.nameKey, nameKey))
  return row ?? null
}

/** Whether the current `account` is a person's, and not that of jobs and imports: a column or a condition. */
export const isPerson = sql<boolean>`${account.role} <> 'system'`

/** Whether the owner of the current `account` has deleted it. */
const isDeleted = sql<boolean>`exists (select from ${accountDeletion}
  where ${accountDeletion.accountId} = ${account.id} and ${accountDeletion.doneAt} is not null)`

/** An account's name and when it joined; null when there is none. */
export async function findAccountCard(
  db: Queryable,
  id: number,
): Promise<(Pick<Account, 'id' | 'name' | 'createdAt'> & { isPerson: boolean; isDeleted: boolean }) | null> {
  const [row] = await db
    .select({ id: account.id, name: account.name, createdAt: account.createdAt, isPerson, isDeleted })
    .from(account)
    .where(eq(account.id, id))
  return row ?? null
}

/** Whether anybody has an account that can sign in. */
export async function hasPeople(db: Queryable): Promise<boolean> {
  const rows = await db
    .select({ id: account.id })
    .from(account)
    .where(isNotNull(account.passwordHash))
    .limit(1)
  return rows.length > 0
}

/** Changes an account's role. */
export async function updateRole(tx: Tx, id: number, role: Account['role']): Promise<void> {
  await tx.update(account).set({ role }).where(eq(account.id, id))
}

/** Changes an account's name; false, and nothing changed, when another account holds its key. */
export async function updateName(
  tx: Tx,
  id: number,
  { name, nameKey }: Pick<Account, 'name' | 'nameKey'>,
): Promise<boolean> {
  const holders = await tx.select({ id: account.id }).from(account).where(eq(account.nameKey, nameKey))
  if (holders.some((holder) => holder.id !== id)) return false
  await tx.update(account).set({ name, nameKey }).where(eq(account.id, id))
  return true
}

/** The id of the account of jobs and imports, which nobody signs in to; created under this name when it is missing. */
export async function ensureSystemAccount(tx: Tx, names: Pick<Account, 'name' | 'nameKey'>): Promise<number> {
  const [found] = await tx.select({ id: account.id }).from(account).where(eq(account.role, 'system'))
  if (found) return found.id
  const [made] = await tx
    .insert(account)
    .values({ ...names, role: 'system' })
    .returning({ id: account.id })
  if (!made) throw new Error('the system account was not written')
  return made.id
}

/** How many accounts were made within an hour, at most `most`. */
export async function countNewAccounts(db: Queryable, most: number): Promise<number> {
  const latest = db
    .select({ createdAt: account.createdAt })
    .from(account)
    .orderBy(desc(account.id))
    .limit(most)
    .as('latest')
  const [row] = await db
    .select({ many: count() })
    .from(latest)
    .where(gt(latest.createdAt, sql`now() - interval '1 hour'`))
  return row?.many ?? 0
}
