import { count, eq } from 'drizzle-orm'
import { outsideIdentity } from '@/db/accounts/schema'
import type { Queryable } from '@/db/postgres/client'

/** How many identities an account has. */
export async function countIdentities(db: Queryable, accountId: number): Promise<number> {
  const [row] = await db
    .select({ many: count() })
    .from(outsideIdentity)
    .where(eq(outsideIdentity.accountId, accountId))
  return row?.many ?? 0
}
