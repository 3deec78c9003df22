import { lt, sql } from 'drizzle-orm'
import { networkTrace } from '@/db/accounts/schema'
import type { Primary, Tx } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'

const { placeholder } = sql

const newTrace = prepared((db) =>
  db
    .insert(networkTrace)
    .values({
      accountId: placeholder('accountId'),
      operation: placeholder('operation'),
      networkHash: placeholder('networkHash'),
    })
    .prepare('new_trace'),
)

/** Stores the network that a write came from. */
export async function insertNetworkTrace(
  tx: Tx,
  trace: { accountId: number | null; operation: string; networkHash: string },
): Promise<void> {
  await newTrace(tx).execute(trace)
}

/** Deletes traces older than 90 days. */
export async function forgetOldTraces(db: Primary): Promise<void> {
  await db.delete(networkTrace).where(lt(networkTrace.at, sql`now() - interval '90 days'`))
}
