import { eq } from 'drizzle-orm'
import type { Queryable, Tx } from '@/db/client'
import { account } from '@/db/schema/accounts'

type Account = typeof account.$inferSelect

/** Writes an account and gives its id; null when another account holds the same name key. */
export async function insertAccount(
  tx: Tx,
  values: Pick<Account, 'name' | 'nameKey' | 'passwordHash' | 'role'>,
): Promise<number | null> {
  const [row] = await tx
    .insert(account)
    .values(values)
    .onConflictDoNothing({ target: account.nameKey })
    .returning({ id: account.id })
  return row?.id ?? null
}

/** What signing in needs of the account that holds a name key; null when nobody does. */
export async function findCredentials(
  db: Queryable,
  nameKey: string,
): Promise<Pick<Account, 'id' | 'passwordHash'> | null> {
  const [row] = await db
    .select({ id: account.id, passwordHash: account.passwordHash })
    .from(account)
    .where(eq(account.nameKey, nameKey))
  return row ?? null
}
