import { pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/**
 * A worker process, by the name under which it holds jobs, and its last heartbeat. Made UNLOGGED by its migration: a
 * lost heartbeat is written again a few seconds later.
 */
export const workerBeat = pgTable('worker_beat', {
  id: text().primaryKey(),
  at: timestamp({ withTimezone: true }).notNull(),
})
