import { lt, sql } from 'drizzle-orm'
import type { Primary, Tx } from '@/db/client'
import { networkTrace } from '@/db/schema/accounts'

/** Keeps which network a write came from. */
export async function insertNetworkTrace(
  tx: Tx,
  trace: { accountId: number | null; operation: string; networkHash: string },
): Promise<void> {
  await tx.insert(networkTrace).values(trace)
}

/** Forgets traces older than 90 days. */
export async function forgetOldTraces(db: Primary): Promise<void> {
  await db.delete(networkTrace).where(lt(networkTrace.at, sql`now() - interval '90 days'`))
}
