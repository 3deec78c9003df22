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

/** For how many days a trace is kept. */
export const TRACE_DAYS = 90

/** Deletes traces older than `TRACE_DAYS`. */
export async function forgetOldTraces(db: Primary): Promise<void> {
  await db.delete(networkTrace).where(lt(networkTrace.at, sql`now() - make_interval(days => ${TRACE_DAYS})`))
}
