import { sql } from 'drizzle-orm'
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
      .returning({ id: event.id, name: event.name }),
  )
  return db
    .with(written)
    .insert(untoldEvent)
    .select(
      sql`select id from written where name = any(array(
        select jsonb_array_elements_text(${sql.placeholder('told')}::text::jsonb)))`,
    )
    .prepare('new_events')
})

/**
 * Writes events, in this order, and notes those with one of the names `told`: somebody is to be told of them. Sent when
 * it is called.
 */
export async function insertEvents(
  tx: Tx,
  rows: readonly Partial<EventRow>[],
  told: readonly string[],
): Promise<void> {
  await newEvents(tx).execute({ rows: JSON.stringify(rows), told: JSON.stringify(told) })
}
