import { sql } from 'drizzle-orm'
import { bigint, index, integer, pgEnum, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
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
    /** Of an entry: the piece of it that is meant, as `passage:ID`, `value:KEY` or `title`; null for all of it. */
    piece: text(),
    byId: bigint({ mode: 'number' }).references(() => account.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When a moderator opened it for the first time. */
    seenAt: timestamp({ withTimezone: true }),
    closedAt: timestamp({ withTimezone: true }),
    closedById: bigint({ mode: 'number' }).references(() => account.id),
    outcome: text(),
    /** What a person wants who says that this is about them, and where to answer; both are erased with the words. */
    wish: text(),
    contact: text(),
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
    index('report_by').on(t.byId, t.id).where(sql`${t.byId} is not null`),
    index('report_about_account').on(t.aboutAccountId, t.id).where(sql`${t.aboutAccountId} is not null`),
  ],
)

/** What a report can close while moderators check it. */
export const checkedTargets = ['entry', 'comment', 'summary', 'revision', 'piece'] as const

/** How the closing of words ended: they stay, they are gone, there are others now, or nobody had decided when it ran out. */
export const checkEndings = ['upheld', 'withheld', 'changed', 'ran_out'] as const

/** Words that a report closed to the public while moderators check them: once a text, and for a day at most. */
export const checkedWords = pgTable(
  'checked_words',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** The report that closed them. */
    reportId: bigint({ mode: 'number' })
      .notNull()
      .references(() => report.id),
    target: text({ enum: checkedTargets }).notNull(),
    /** The id of what has the words: an entry, a comment, or a revision. */
    targetId: bigint({ mode: 'number' }).notNull(),
    /** Which piece of the entry; empty for other targets. */
    piece: text().notNull().default(''),
    /** The number of the version that took a piece out; null for other targets. */
    number: integer(),
    /** A keyed hash of the words, by which the same ones are known again; nothing of them can be read from it. */
    hash: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    until: timestamp({ withTimezone: true }).notNull(),
    endedAt: timestamp({ withTimezone: true }),
    /** Null where it ran out. */
    endedById: bigint({ mode: 'number' }).references(() => account.id),
    ending: text({ enum: checkEndings }),
  },
  (t) => [
    // Once a text.
    uniqueIndex('checked_words_text').on(t.target, t.targetId, t.hash),
    uniqueIndex('checked_words_open').on(t.target, t.targetId, t.piece).where(sql`${t.endedAt} is null`),
    index('checked_words_upheld').on(t.hash).where(sql`${t.ending} = 'upheld'`),
    index('checked_words_due').on(t.id).where(sql`${t.endedAt} is null`),
    index('checked_words_report').on(t.reportId),
    index('checked_words_at').on(t.at),
  ],
)
