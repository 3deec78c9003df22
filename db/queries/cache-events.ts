import { lt, sql } from 'drizzle-orm'
import type { Primary, Tx } from '@/db/client'
import { cacheEvent } from '@/db/schema/cache'
import { takePublishLock } from './locks'

/** The channel on which front doors listen; a notification carries only the event's id. */
export const CACHE_CHANNEL = 'loreleaf_cache'

/** Writes a cache event under the publish lock and gives its id; front doors hear of it when the transaction commits. */
export async function insertCacheEvent(tx: Tx, tags: string[], isWithholding: boolean): Promise<number> {
  await takePublishLock(tx)
  const [row] = await tx
    .insert(cacheEvent)
    .values({ id: sql`nextval('cache_event_id')`, tags, isWithholding })
    .returning({ id: cacheEvent.id })
  if (!row) throw new Error('a cache event was not written')
  await tx.execute(sql`select pg_notify(${CACHE_CHANNEL}, ${String(row.id)})`)
  return row.id
}

/** Forgets events older than a day; a front door that was away longer forgets everything when it comes back. */
export async function forgetOldEvents(db: Primary): Promise<void> {
  await db.delete(cacheEvent).where(lt(cacheEvent.at, sql`now() - interval '1 day'`))
}
