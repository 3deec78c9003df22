import { sql } from 'drizzle-orm'
import { event } from '@/db/events/schema'
import type { Tx } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'

/** An event before it is written. */
export type EventRow = Omit<typeof event.$inferSelect, 'id' | 'at'>

const newEvents = prepared((db) =>
  db
    .insert(event)
    .select(
      sql`select nextval(pg_get_serial_sequence('event', 'id')), e.*, now()
        from jsonb_to_recordset(${sql.placeholder('rows')}::text::jsonb) as e (name text, "actorId" bigint,
          "entryId" bigint, "revisionId" bigint, "submissionId" bigint, "reportId" bigint, "threadId" bigint, "commentId" bigint, "accountId" bigint)`,
    )
    .prepare('new_events'),
)

/** Writes events, in this order. Sent when it is called. */
export async function insertEvents(tx: Tx, rows: readonly Partial<EventRow>[]): Promise<void> {
  await newEvents(tx).execute({ rows: JSON.stringify(rows) })
}
