import { lt, sql } from 'drizzle-orm'
import { cacheEvent } from '@/db/cache/schema'
import type { Primary, Tx } from '@/db/postgres/client'
import { inOrder } from '@/db/postgres/in-order'
import { prepared } from '@/db/postgres/prepared'
import { takePublishLock } from '../postgres/locks'

/** The channel on which gateways listen; a notification carries only the event's id. */
export const CACHE_CHANNEL = 'loreleaf_cache'

/** Writes a cache event under the publish lock and gives its id; gateways receive it when the transaction commits. */
export async function insertCacheEvent(tx: Tx, tags: string[], isWithholding: boolean): Promise<number> {
  const [, [row]] = await inOrder(
    () => takePublishLock(tx),
    () => newEvent(tx).execute({ tags, isWithholding }),
  )
  if (!row) throw new Error('a cache event was not written')
  return row.id
}

const newEvent = prepared((db) => {
  const { placeholder } = sql
  const event = db.$with('told').as(
    db
      .insert(cacheEvent)
      .values({
        id: sql`nextval('cache_event_id')`,
        tags: placeholder('tags'),
        isWithholding: placeholder('isWithholding'),
      })
      .returning({ id: cacheEvent.id }),
  )
  const notified = sql`pg_notify(${sql.raw(`'${CACHE_CHANNEL}'`)}, ${event.id}::text)`.as('notified')
  return db.with(event).select({ id: event.id, notified }).from(event).prepare('cache_event')
})

/**
 * Deletes events older than a day; a gateway that was disconnected longer invalidates everything when it reconnects.
 */
export async function forgetOldEvents(db: Primary): Promise<void> {
  await db.delete(cacheEvent).where(lt(cacheEvent.at, sql`now() - interval '1 day'`))
}
