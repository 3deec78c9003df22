import { eq, isNotNull } from 'drizzle-orm'
import type { Queryable, Tx } from '../client'
import { account } from '../schema/accounts'

/** Does anybody have an account that can sign in? */
export async function hasPeople(client: Queryable): Promise<boolean> {
  const rows = await client
    .select({ id: account.id })
    .from(account)
    .where(isNotNull(account.passwordHash))
    .limit(1)
  return rows.length > 0
}

/** Gives an account another role. */
export async function updateRole(tx: Tx, id: number, role: typeof account.$inferSelect.role): Promise<void> {
  await tx.update(account).set({ role }).where(eq(account.id, id))
}
