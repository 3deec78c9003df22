import { bigint, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { account } from '../accounts/schema'

/** Small tasks that somebody does not want to see for a while. */
export const taskAside = pgTable(
  'task_aside',
  {
    accountId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    /** See `lib/tasks/kinds.ts`. */
    kind: text().notNull(),
    /** What it is about: the id of an entry, or the key of a title. */
    subject: text().notNull(),
    until: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.kind, t.subject] })],
)
