import { pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/**
 * A process that does jobs, by the name under which it holds them, and when it last said that it is there. Made UNLOGGED
 * by its migration: what is lost is said again a few seconds later.
 */
export const workerBeat = pgTable('worker_beat', {
  id: text().primaryKey(),
  at: timestamp({ withTimezone: true }).notNull(),
})
