import { sql } from 'drizzle-orm'
import { type CountedForModerators, notify } from '@/db/events/notices'
import { event } from '@/db/events/schema'
import { untoldEvent } from '@/db/news/schema'
import type { Tx } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'

/** An event before it is written. */
export type EventRow = Omit<typeof event.$inferSelect, 'id' | 'at'>

const newEvents = prepared((db) => {
  const written = db.$with('written').as(
    db
      .insert(event)
      .select(
        sql`select nextval(pg_get_serial_sequence('event', 'id')), e.*, now()
          from jsonb_to_recordset(${sql.placeholder('rows')}::text::jsonb) as e (name text, "actorId" bigint,
            "entryId" bigint, "revisionId" bigint, "submissionId" bigint, "reportId" bigint,
            "threadId" bigint, "commentId" bigint, "accountId" bigint)`,
      )
      .returning({ id: event.id, name: event.name, accountId: event.accountId }),
  )
  const untold = db.$with('untold').as(
    db
      .insert(untoldEvent)
      .select(
        sql`select id from written where name = any(array(
          select jsonb_array_elements_text(${sql.placeholder('told')}::text::jsonb)))`,
      )
      .returning({ eventId: untoldEvent.eventId }),
  )
  const about = sql`(${sql.placeholder('counted')}::text::jsonb ->> ${written.name})`
  return db
    .with(written, untold)
    .select({ notified: notify(sql`coalesce(nullif(${about}, 'account'), ${written.accountId}::text)`) })
    .from(written)
    .where(sql`${about} is not null`)
    .prepare('new_events')
})

/**
 * Writes events, in this order, and notes those with one of the names `told`: somebody is to be told of them. Of those in
 * `counted` a notice is sent: about the account that it happened to, or what moderators see the number of. Sent when it is
 * called.
 */
export async function insertEvents(
  tx: Tx,
  rows: readonly Partial<EventRow>[],
  told: readonly string[],
  counted: Readonly<Record<string, 'account' | CountedForModerators>>,
): Promise<void> {
  await newEvents(tx).execute({
    rows: JSON.stringify(rows),
    told: JSON.stringify(told),
    counted: JSON.stringify(counted),
  })
}
