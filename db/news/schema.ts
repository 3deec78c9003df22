import { sql } from 'drizzle-orm'
import { bigint, boolean, index, pgTable, primaryKey, smallint, text, timestamp } from 'drizzle-orm/pg-core'
import { account } from '../accounts/schema'

/** An event of which nobody has been told yet. A job takes it out in the transaction that writes its notifications. */
export const untoldEvent = pgTable('untold_event', { eventId: bigint({ mode: 'number' }).primaryKey() })

/** The parts of somebody's news that can be shown alone. */
export const newsFamilies = ['own', 'watched', 'talk', 'account'] as const
export type NewsFamily = (typeof newsFamilies)[number]

/**
 * That an event concerns an account: once, by the key. It holds no words; what it is about is looked up by the event
 * when it is shown. Derived from events, and made again from them at any time.
 */
export const notification = pgTable(
  'notification',
  {
    accountId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    eventId: bigint({ mode: 'number' }).notNull(),
    family: text({ enum: newsFamilies }).notNull(),
    kind: text().notNull(),
    /** What several of a day are one line by. */
    topic: text().notNull(),
    /** When the event happened. */
    at: timestamp({ withTimezone: true }).notNull(),
    readAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.eventId] }),
    index('notification_family').on(t.accountId, t.family, t.eventId),
    index('notification_unread').on(t.accountId, t.eventId).where(sql`${t.readAt} is null`),
    // For what changed of one watched thing.
    index('notification_topic').on(t.accountId, t.topic, t.eventId),
    index('notification_age').on(t.at),
  ],
)

/** What can be watched: an entry, what a person said or a category holds, by their pages, and a thread of talk. */
export const watchables = ['entry', 'speaker', 'category', 'thread'] as const
export type Watchable = (typeof watchables)[number]
export interface Watched {
  of: Watchable
  targetId: number
}

/** That somebody asked to be told of changes. */
export const watch = pgTable(
  'watch',
  {
    accountId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    of: text({ enum: watchables }).notNull(),
    targetId: bigint({ mode: 'number' }).notNull(),
    since: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** The last time that they said they had seen its changes. */
    seenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.of, t.targetId] }),
    index('watch_target').on(t.of, t.targetId),
  ],
)

/** That an account has a private feed of what it watches. Its address is signed, by the salt; without a row there is none. */
export const watchFeed = pgTable('watch_feed', {
  accountId: bigint({ mode: 'number' })
    .primaryKey()
    .references(() => account.id),
  salt: text().notNull(),
  madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})

/** How often somebody gets mail about a part of their news; without a row, never. */
export const mailRhythms = ['at_once', 'daily', 'weekly'] as const
export type MailRhythm = (typeof mailRhythms)[number]

/** That an account wants mail about a part of its news: of what happened since then. */
export const mailChoice = pgTable(
  'mail_choice',
  {
    accountId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    family: text({ enum: newsFamilies }).notNull(),
    rhythm: text({ enum: mailRhythms }).notNull(),
    since: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.family] })],
)

/** When an account gets mail about its news; made with its first confirmed address. */
export const mailPlan = pgTable(
  'mail_plan',
  {
    accountId: bigint({ mode: 'number' })
      .primaryKey()
      .references(() => account.id),
    /** An IANA name; null where nobody has chosen one, and UTC holds. */
    timeZone: text(),
    /** The hour of the day of its digests there. */
    hour: smallint().notNull(),
    /** The hours there in which it gets no alarms; null where there are none. */
    quietFrom: smallint(),
    quietTo: smallint(),
    /** When a mail is due about what is to be told at once; null where nothing is. */
    soonAt: timestamp({ withTimezone: true }),
    /** When the next digest is due; null where none is wanted. */
    digestAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index('mail_plan_soon').on(t.soonAt).where(sql`${t.soonAt} is not null`),
    index('mail_plan_digest').on(t.digestAt).where(sql`${t.digestAt} is not null`),
  ],
)

/** A mail about an account's news: it names notifications, and its words are made while it is sent. */
export const newsMail = pgTable(
  'news_mail',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    accountId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Whether it is an alarm: sent whatever was chosen, and not in quiet hours. */
    isAlarm: boolean().notNull().default(false),
    /** When it was sent, or found to be needless. */
    settledAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index('news_mail_unsettled').on(t.id).where(sql`${t.settledAt} is null`),
    index('news_mail_age').on(t.madeAt),
    index('news_mail_account').on(t.accountId, t.id),
  ],
)

/** That a mail is about a notification: each is in one mail at most. */
export const newsMailItem = pgTable(
  'news_mail_item',
  {
    accountId: bigint({ mode: 'number' }).notNull(),
    eventId: bigint({ mode: 'number' }).notNull(),
    mailId: bigint({ mode: 'number' })
      .notNull()
      .references(() => newsMail.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.eventId] }),
    index('news_mail_item_mail').on(t.mailId, t.eventId),
  ],
)
