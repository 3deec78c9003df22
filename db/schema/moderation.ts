import { sql } from 'drizzle-orm'
import { bigint, index, jsonb, pgEnum, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { account } from './accounts'
import { entry } from './entries'
import { revision } from './revisions'

/** Every privileged act, written in the transaction of the act itself. */
export const auditRecord = pgTable(
  'audit_record',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    actorId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    act: text().notNull(),
    entryId: bigint({ mode: 'number' }).references(() => entry.id),
    accountId: bigint({ mode: 'number' }).references(() => account.id),
    detail: jsonb().notNull(),
    reason: text(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index('audit_record_entry').on(t.entryId, t.id),
    index('audit_record_account').on(t.accountId, t.id),
  ],
)

export const reportUrgency = pgEnum('report_urgency', ['urgent', 'ordinary'])

/** Anybody can report anything; the receipt lets them ask what became of it. */
export const report = pgTable(
  'report',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    receipt: text().notNull().unique(),
    urgency: reportUrgency().notNull(),
    category: text().notNull(),
    words: text().notNull(),
    address: text().notNull(),
    entryId: bigint({ mode: 'number' }).references(() => entry.id),
    revisionId: bigint({ mode: 'number' }).references(() => revision.id),
    aboutAccountId: bigint({ mode: 'number' }).references(() => account.id),
    byId: bigint({ mode: 'number' }).references(() => account.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    closedAt: timestamp({ withTimezone: true }),
    closedById: bigint({ mode: 'number' }).references(() => account.id),
    outcome: text(),
  },
  (t) => [index('report_open').on(t.urgency, t.createdAt, t.id).where(sql`${t.closedAt} is null`)],
)
