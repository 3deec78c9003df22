import { pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** When a host outside may be asked again, by whichever process. Made UNLOGGED by its migration: it may be lost. */
export const outsideHost = pgTable('outside_host', {
  host: text().primaryKey(),
  freeAt: timestamp({ withTimezone: true }).notNull(),
})
