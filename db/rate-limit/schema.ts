import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** Fixed windows for rate limits. Made UNLOGGED by its migration: it may be lost, but must be fast. */
export const rateWindow = pgTable('rate_window', {
  key: text().primaryKey(),
  startedAt: timestamp({ withTimezone: true }).notNull(),
  count: integer().notNull(),
})
