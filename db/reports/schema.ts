import { sql } from 'drizzle-orm'
import { bigint, index, pgEnum, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { account } from '../accounts/schema'
import { entry, entryKinds } from '../entries/schema'
import { revision } from '../revisions/schema'
import { comment } from '../talk/schema'

/** What can be reported. */
export const reportTarget = pgEnum('report_target', [
  ...entryKinds,
  'revision',
  'summary',
  'account',
  'site',
  'comment',
])

export const reportUrgency = pgEnum('report_urgency', ['urgent', 'ordinary'])

/** Anybody can report anything; the receipt shows them the outcome. */
export const report = pgTable(
  'report',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    receipt: text().notNull().unique(),
    urgency: reportUrgency().notNull(),
    target: reportTarget().notNull().default('site'),
    category: text().notNull(),
    words: text().notNull(),
    address: text().notNull(),
    entryId: bigint({ mode: 'number' }).references(() => entry.id),
    revisionId: bigint({ mode: 'number' }).references(() => revision.id),
    commentId: bigint({ mode: 'number' }).references(() => comment.id),
    /** Set where an account itself is reported: it neither sees nor closes the report. */
    aboutAccountId: bigint({ mode: 'number' }).references(() => account.id),
    byId: bigint({ mode: 'number' }).references(() => account.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When a moderator opened it for the first time. */
    seenAt: timestamp({ withTimezone: true }),
    closedAt: timestamp({ withTimezone: true }),
    closedById: bigint({ mode: 'number' }).references(() => account.id),
    outcome: text(),
    /** The moderator's answer, which the holder of the receipt reads besides the outcome. */
    answer: text(),
    /** When its text was erased, by a moderator or a year after it was closed. */
    clearedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index('report_open').on(t.urgency, t.id).where(sql`${t.closedAt} is null`),
    index('report_closed').on(t.closedAt, t.id).where(sql`${t.closedAt} is not null`),
    index('report_entry').on(t.entryId, t.id).where(sql`${t.entryId} is not null`),
    index('report_comment').on(t.commentId, t.id).where(sql`${t.commentId} is not null`),
    index('report_about_account').on(t.aboutAccountId, t.id).where(sql`${t.aboutAccountId} is not null`),
  ],
)
