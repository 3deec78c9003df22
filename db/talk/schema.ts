import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { account } from '../accounts/schema'
import { entry } from '../entries/schema'
import { submission } from '../submissions/schema'
import { withheldStrength } from '../withholding/schema'

/** Where a comment stands: everybody reads what is shown; what is held waits for a moderator. */
export const commentStates = ['shown', 'held', 'declined', 'withdrawn'] as const

/** A thread about an entry or about a submission. Talk has no revisions. */
export const thread = pgTable(
  'thread',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    entryId: bigint({ mode: 'number' }).references(() => entry.id),
    submissionId: bigint({ mode: 'number' }).references(() => submission.id),
    /** Empty once the comment that it begins with is erased. */
    subject: text().notNull(),
    startedById: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Whether the comment that it begins with is shown, and so the thread. */
    isShown: boolean().notNull(),
    isOpen: boolean().notNull().default(true),
    closedAt: timestamp({ withTimezone: true }),
    closedById: bigint({ mode: 'number' }).references(() => account.id),
    /** What came of it, in the words of who settled it; empty for nothing. */
    outcome: text().notNull().default(''),
    /** The number of its last comment, in whatever state. */
    lastNumber: integer().notNull().default(0),
    /** How many of its comments are shown, those included whose words are withheld. */
    comments: integer().notNull().default(0),
    /** The comment that was shown last, and when. */
    lastId: bigint({ mode: 'number' }),
    lastAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    // The order of an entry's list: open first, then by the last reply.
    index('thread_list').on(t.entryId, t.isOpen, t.lastAt, t.id).where(sql`${t.isShown}`),
    index('thread_closed_by').on(t.closedById, t.id).where(sql`${t.closedById} is not null`),
    uniqueIndex('thread_submission').on(t.submissionId).where(sql`${t.submissionId} is not null`),
    check('thread_about_one', sql`(${t.entryId} is null) <> (${t.submissionId} is null)`),
  ],
)

/** A comment in a thread. */
export const comment = pgTable(
  'comment',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    threadId: bigint({ mode: 'number' })
      .notNull()
      .references(() => thread.id),
    /** Counted within its thread, from 1; it never changes. */
    number: integer().notNull(),
    /** The number of the comment that it answers. */
    answers: integer(),
    authorId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    /** As typed (`lib/talk/words.ts`), mentions as ids; null once erased. */
    words: text(),
    /** The accounts that it mentions. */
    mentions: bigint({ mode: 'number' }).array().notNull().default([]),
    state: text({ enum: commentStates }).notNull(),
    /** Until where it tells, by its author: the page of a place; null for nothing that the entry itself does not tell. */
    gatePageId: bigint({ mode: 'number' }).references(() => entry.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    editedAt: timestamp({ withTimezone: true }),
    /** Who accepted or declined a held one, when, and with which words. */
    decidedById: bigint({ mode: 'number' }).references(() => account.id),
    decidedAt: timestamp({ withTimezone: true }),
    decisionReason: text(),
    /** How strongly its words are withheld, by whom, when and why. */
    withheld: withheldStrength(),
    withheldById: bigint({ mode: 'number' }).references(() => account.id),
    withheldAt: timestamp({ withTimezone: true }),
    withheldReason: text(),
    /** When its erasure was entered in the list that outlives an older backup. */
    erasureListedAt: timestamp({ withTimezone: true }),
    /** Until then its words are closed to the public: reported, and being checked. */
    checkedUntil: timestamp({ withTimezone: true }),
  },
  (t) => [
    uniqueIndex('comment_place').on(t.threadId, t.number),
    // What waits for a moderator, and what of it is one's own.
    index('comment_held').on(t.id).where(sql`${t.state} = 'held'`),
    index('comment_author').on(t.authorId, t.id),
    index('comment_held_author').on(t.authorId, t.id).where(sql`${t.state} = 'held'`),
    index('comment_erasure_unlisted')
      .on(t.id)
      .where(sql`${t.withheld} = 'erased' and ${t.erasureListedAt} is null`),
    check('comment_erased', sql`(${t.words} is null) = (${t.withheld} is not distinct from 'erased')`),
  ],
)

/** What a comment said before it was edited: for moderators only. */
export const commentVersion = pgTable(
  'comment_version',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    commentId: bigint({ mode: 'number' })
      .notNull()
      .references(() => comment.id),
    words: text().notNull(),
    replacedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('comment_version_comment').on(t.commentId, t.id)],
)

/** Where what somebody says of themselves stands: at most one of an account waits, and at most one is shown. */
export const ownWordsStates = ['waiting', 'shown', 'replaced', 'declined', 'withdrawn'] as const

/** What somebody says of themselves on their page, each version in a row of its own. */
export const ownWords = pgTable(
  'own_words',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    accountId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    words: text().notNull(),
    sentAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    state: text({ enum: ownWordsStates }).notNull(),
    /** Who let it be shown, or did not, or took it away again; nobody where it needed nobody. */
    decidedById: bigint({ mode: 'number' }).references(() => account.id),
    decidedAt: timestamp({ withTimezone: true }),
    reason: text(),
  },
  (t) => [
    uniqueIndex('own_words_one_waiting').on(t.accountId).where(sql`${t.state} = 'waiting'`),
    uniqueIndex('own_words_one_shown').on(t.accountId).where(sql`${t.state} = 'shown'`),
    index('own_words_waiting').on(t.id).where(sql`${t.state} = 'waiting'`),
    index('own_words_account').on(t.accountId, t.id),
  ],
)
