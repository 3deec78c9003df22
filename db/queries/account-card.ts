import { eq } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { account } from '@/db/schema/accounts'

/** The name of an account and since when it is here; null when there is none. */
export async function findAccountCard(
  db: Queryable,
  id: number,
): Promise<{ id: number; name: string; createdAt: Date } | null> {
  const [row] = await db
    .select({ id: account.id, name: account.name, createdAt: account.createdAt })
    .from(account)
    .where(eq(account.id, id))
  return row ?? null
}
