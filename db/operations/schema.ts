import { bigint, index, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { account } from '../accounts/schema'

/** The answer of a write, kept 30 days, so that the same save repeated gets the same answer. */
export const answer = pgTable(
  'answer',
  {
    accountId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    key: text().notNull(),
    bodyHash: text().notNull(),
    answer: jsonb().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.key] }), index('answer_age').on(t.createdAt)],
)
