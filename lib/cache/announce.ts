import type { Tx } from '@/db/client'
import { insertCacheEvent } from '@/db/queries/cache-events'

/**
 * Tells every front door that what these tags name has changed, when the transaction commits. Gives the event's id.
 * After a withholding old bytes are never served again, not even while a render fails.
 */
export function announce(
  tx: Tx,
  tags: Iterable<string>,
  options: { isWithholding?: boolean } = {},
): Promise<number> {
  return insertCacheEvent(tx, [...new Set(tags)].sort(), options.isWithholding ?? false)
}
