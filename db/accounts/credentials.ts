import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { account } from '@/db/accounts/schema'
import type { Primary, Queryable, Tx } from '@/db/postgres/client'

type Account = typeof account.$inferSelect

/** An account's credentials. */
export type Credentials = Pick<
  Account,
  'id' | 'name' | 'role' | 'passwordHash' | 'recoveryHash' | 'email' | 'emailRefusedAt'
>

const columns = {
  id: account.id,
  name: account.name,
  role: account.role,
  passwordHash: account.passwordHash,
  recoveryHash: account.recoveryHash,
  email: account.email,
  emailRefusedAt: account.emailRefusedAt,
}

/** An account's credentials; null when there is none. */
export async function findCredentialsOf(db: Queryable, id: number): Promise<Credentials | null> {
  const [row] = await db.select(columns).from(account).where(eq(account.id, id))
  return row ?? null
}

/** The same, with the account locked until the transaction ends: changes of credentials are serialized. */
export async function lockCredentials(tx: Tx, id: number): Promise<Credentials | null> {
  const [row] = await tx.select(columns).from(account).where(eq(account.id, id)).for('no key update')
  return row ?? null
}

/** The hash of the recovery code of an account; null when it has none. */
export async function findRecoveryHash(db: Queryable, id: number): Promise<string | null> {
  return (await findCredentialsOf(db, id))?.recoveryHash ?? null
}

/** An account that can be sent a link. */
export interface Resettable {
  id: number
  name: string
  email: string
}

/**
 * The accounts with a confirmed address that have this name, or this address, at most five. `email` is null where what
 * was typed is no address. A new password is only for those that have one.
 */
export async function findResettable(
  db: Queryable,
  { nameKey, email, isToSignIn }: { nameKey: string; email: string | null; isToSignIn: boolean },
): Promise<Resettable[]> {
  const isAt = email === null ? undefined : sql`lower(${account.email}) = lower(${email})`
  const rows = await db
    .select({ id: account.id, name: account.name, email: account.email })
    .from(account)
    .where(
      and(
        or(eq(account.nameKey, nameKey), isAt),
        isNotNull(account.emailConfirmedAt),
        isToSignIn ? undefined : isNotNull(account.passwordHash),
      ),
    )
    .limit(5)
  return rows.flatMap(({ id, name, email: to }) => (to === null ? [] : [{ id, name, email: to }]))
}

/** Changes the named credentials of an account. */
export async function updateCredentials(
  tx: Tx,
  id: number,
  values: Partial<
    Pick<Account, 'passwordHash' | 'recoveryHash' | 'email' | 'emailConfirmedAt' | 'emailRefusedAt'>
  >,
): Promise<void> {
  await tx.update(account).set(values).where(eq(account.id, id))
}

/** Notes that a mail server refuses this address for good, for every account whose confirmed address it is. */
export async function markAddressRefused(db: Primary, email: string): Promise<void> {
  await db
    .update(account)
    .set({ emailRefusedAt: sql`now()` })
    .where(and(sql`lower(${account.email}) = lower(${email})`, isNull(account.emailRefusedAt)))
}
