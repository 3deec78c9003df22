import type { Tx } from '@/db/client'
import { insertNetworkTrace } from '@/db/queries/network-traces'

/**
 * Keeps which network a write came from, as a keyed hash (`hashNetwork`), in the transaction of the write. Kept for 90
 * days. `accountId` is null for a visitor. A write from a script or a job has no network and leaves no trace.
 */
export async function traceNetwork(
  tx: Tx,
  write: { accountId: number | null; operation: string; network: string | null },
): Promise<void> {
  if (write.network === null) return
  await insertNetworkTrace(tx, {
    accountId: write.accountId,
    operation: write.operation,
    networkHash: write.network,
  })
}
