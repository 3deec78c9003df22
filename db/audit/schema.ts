import { sql } from 'drizzle-orm'
import { bigint, boolean, index, jsonb, pgEnum, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { account } from '../accounts/schema'
import { entry, entryKinds } from '../entries/schema'
import { revision } from '../revisions/schema'

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
    /** Whether the public log tells it, with its reason; `detail` is never told. */
    isPublic: boolean().notNull().default(false),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index('audit_record_public').on(t.id).where(sql`${t.isPublic}`),
    index('audit_record_public_act').on(t.act, t.id).where(sql`${t.isPublic}`),
    index('audit_record_public_entry').on(t.entryId, t.id).where(sql`${t.isPublic}`),
    index('audit_record_public_account').on(t.accountId, t.id).where(sql`${t.isPublic}`),
    index('audit_record_public_actor').on(t.actorId, t.id).where(sql`${t.isPublic}`),
    index('audit_record_submission').on(sql`(${t.detail} ->> 'submission')`),
    index('audit_record_entry').on(t.entryId, t.id),
    index('audit_record_account').on(t.accountId, t.id),
  ],
)

/** What can be reported: each is a thing that somebody sees and points at. */
export const reportTarget = pgEnum('report_target', [...entryKinds, 'revision', 'summary', 'account', 'site'])

export const reportUrgency = pgEnum('report_urgency', ['urgent', 'ordinary'])

/** Anybody can report anything; the receipt lets them ask what became of it. */
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
    /** Set where an account itself is reported: it neither reads nor closes the report. */
    aboutAccountId: bigint({ mode: 'number' }).references(() => account.id),
    byId: bigint({ mode: 'number' }).references(() => account.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When a moderator opened it for the first time. */
    seenAt: timestamp({ withTimezone: true }),
    closedAt: timestamp({ withTimezone: true }),
    closedById: bigint({ mode: 'number' }).references(() => account.id),
    outcome: text(),
    /** What whoever holds the receipt reads besides the outcome, in the moderator's words. */
    answer: text(),
    /** When its words were cleared, by a moderator or a year after it was closed. */
    clearedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index('report_open').on(t.urgency, t.id).where(sql`${t.closedAt} is null`),
    index('report_closed').on(t.closedAt, t.id).where(sql`${t.closedAt} is not null`),
    index('report_entry').on(t.entryId, t.id).where(sql`${t.entryId} is not null`),
    index('report_about_account').on(t.aboutAccountId, t.id).where(sql`${t.aboutAccountId} is not null`),
  ],
)
