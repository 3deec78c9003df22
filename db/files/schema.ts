import { bigint, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { account } from '../accounts/schema'

/** The bytes of a file entry, identified by their SHA-256; several revisions may share an object. */
export const storedObject = pgTable('stored_object', {
  sha256: text().primaryKey(),
  mediaType: text().notNull(),
  bytes: integer().notNull(),
  width: integer().notNull(),
  height: integer().notNull(),
  uploadedById: bigint({ mode: 'number' })
    .notNull()
    .references(() => account.id),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})
