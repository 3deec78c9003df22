import { sql } from 'drizzle-orm'
import { bigint, index, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { account } from '../accounts/schema'
import { entry } from '../entries/schema'

/** Talk has no revisions: a thread about an entry, and its comments. */
export const thread = pgTable(
  'thread',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    entryId: bigint({ mode: 'number' })
      .notNull()
      .references(() => entry.id),
    subject: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    closedAt: timestamp({ withTimezone: true }),
  },
  (t) => [index('thread_entry').on(t.entryId, t.id)],
)

export const comment = pgTable(
  'comment',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    threadId: bigint({ mode: 'number' })
      .notNull()
      .references(() => thread.id),
    authorId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    words: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    withheldAt: timestamp({ withTimezone: true }),
  },
  (t) => [index('comment_thread').on(t.threadId, t.id)],
)

export const watch = pgTable(
  'watch',
  {
    accountId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    entryId: bigint({ mode: 'number' })
      .notNull()
      .references(() => entry.id),
    since: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.entryId] }), index('watch_entry').on(t.entryId)],
)

export const notification = pgTable(
  'notification',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    accountId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    kind: text().notNull(),
    detail: jsonb().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    readAt: timestamp({ withTimezone: true }),
  },
  (t) => [index('notification_unread').on(t.accountId, t.id).where(sql`${t.readAt} is null`)],
)
