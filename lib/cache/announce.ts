import { insertCacheEvent } from '@/db/cache/cache-events'
import { beforeCommit, type Tx } from '@/db/postgres/client'

/** The tags to announce with a transaction's next event. */
const waiting = new WeakMap<Tx, Set<string>>()

/**
 * Announces to every gateway, when the transaction commits, that what these tags name has changed. Gives the event's
 * id. After a withholding old bytes are never served again, not even while a render fails. Takes the publish lock: call
 * it last.
 */
export function announce(
  tx: Tx,
  tags: Iterable<string>,
  options: { isWithholding?: boolean } = {},
): Promise<number> {
  const announced = new Set([...tags, ...(waiting.get(tx) ?? [])])
  waiting.get(tx)?.clear()
  return insertCacheEvent(tx, [...announced].sort(), options.isWithholding ?? false)
}

/**
 * Announces the same without taking the publish lock now: with the transaction's next event, or in an event of its own
 * just before the commit when none follows.
 */
export function announceLater(tx: Tx, tags: Iterable<string>): void {
  const already = waiting.get(tx)
  const announced = already ?? new Set<string>()
  for (const tag of tags) announced.add(tag)
  if (already) return
  waiting.set(tx, announced)
  beforeCommit(tx, async () => {
    if (announced.size > 0) await announce(tx, [])
  })
}
