import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { account } from '@/db/schema/accounts'

/** The id of the account of jobs and imports, which nobody signs in to; made under this name when it is missing. */
export async function ensureSystemAccount(tx: Tx, names: { name: string; nameKey: string }): Promise<number> {
  const [found] = await tx.select({ id: account.id }).from(account).where(eq(account.role, 'system'))
  if (found) return found.id
  const [made] = await tx
    .insert(account)
    .values({ ...names, role: 'system' })
    .returning({ id: account.id })
  if (!made) throw new Error('the system account was not written')
  return made.id
}
