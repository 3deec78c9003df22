import { bigint, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/**
 * Events: names and ids only, no words, so that whatever is withheld or erased leaves nothing here. No foreign keys: an
 * event is written last in its transaction, under the publish lock, where a key would wait for an account's row that
 * somebody else has locked. None of the rows that it names is ever deleted.
 */
export const event = pgTable('event', {
  id: bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
  name: text().notNull(),
  /** Who did it; null for a visitor, for the wiki itself, and for an author from elsewhere. */
  actorId: bigint({ mode: 'number' }),
  entryId: bigint({ mode: 'number' }),
  revisionId: bigint({ mode: 'number' }),
  submissionId: bigint({ mode: 'number' }),
  reportId: bigint({ mode: 'number' }),
  threadId: bigint({ mode: 'number' }),
  commentId: bigint({ mode: 'number' }),
  /** The account that it happened to. */
  accountId: bigint({ mode: 'number' }),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
})
