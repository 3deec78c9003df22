import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core'
import { account } from '../accounts/schema'
import { type EntryKind, entry, entryKind } from '../entries/schema'

export const submissionState = pgEnum('submission_state', [
  'draft',
  'waiting',
  'changes_requested',
  'accepted',
  'declined',
  'withdrawn',
  'overtaken',
])

/** An edit before publication: one changeset, accepted as a whole. */
export const submission = pgTable(
  'submission',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    authorId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    state: submissionState().notNull(),
    summary: text().notNull(),
    isMinor: boolean().notNull().default(false),
    /** It was declined, and its author has not seen why yet. */
    isUnseen: boolean().notNull().default(false),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When it last began to wait: the queue is sorted by it, oldest first. */
    waitingSince: timestamp({ withTimezone: true }).notNull().defaultNow(),
    claimedById: bigint({ mode: 'number' }).references(() => account.id),
    claimedUntil: timestamp({ withTimezone: true }),
  },
  (t) => [
    index('submission_queue').on(t.waitingSince, t.id).where(sql`${t.state} = 'waiting'`),
    index('submission_author').on(t.authorId, t.id),
    index('submission_author_state').on(t.authorId, t.state, t.id),
  ],
)

/**
 * That an author wants one mail when a submission is decided, at an address that is for this alone. Deleted once it was
 * sent.
 */
export const decisionWish = pgTable('decision_wish', {
  submissionId: bigint({ mode: 'number' })
    .primaryKey()
    .references(() => submission.id),
  address: text().notNull(),
  askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  /** When the link to confirm the address was sent there. */
  linkSentAt: timestamp({ withTimezone: true }),
  /** When the address was confirmed; without that nothing else is sent there. */
  confirmedAt: timestamp({ withTimezone: true }),
  /** The event of the decision. */
  eventId: bigint({ mode: 'number' }),
})

/** Each amendment is a round of its own. */
export const submissionRound = pgTable(
  'submission_round',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    submissionId: bigint({ mode: 'number' })
      .notNull()
      .references(() => submission.id),
    number: integer().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [unique('submission_round_number').on(t.submissionId, t.number)],
)

/** One entry of a changeset. A new entry has no id yet: the others of its changeset name it by `-position`. */
export const submissionItem = pgTable(
  'submission_item',
  {
    roundId: bigint({ mode: 'number' })
      .notNull()
      .references(() => submissionRound.id),
    /** 1-20, the order of the changeset. */
    position: smallint().notNull(),
    entryKind: entryKind().$type<EntryKind>().notNull(),
    entryId: bigint({ mode: 'number' }).references(() => entry.id),
    /** The number of the revision the author saw; null for a new entry. */
    baseNumber: integer(),
    /**
     * The round of another waiting submission that the author based their text of this entry on: the item's change is
     * shown, and merged, against that text. Null where the author started from the revision `baseNumber`.
     */
    baseRoundId: bigint({ mode: 'number' }).references(() => submissionRound.id),
    schemaVersion: smallint().notNull(),
    content: jsonb().notNull(),
    hash: text().notNull(),
    touches: text().array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.position] }),
    index('submission_item_entry').on(t.entryId, t.roundId),
    // Who may see the picture of a file that waits.
    index('submission_item_object').on(sql`(${t.content} ->> 'object')`).where(sql`${t.entryKind} = 'file'`),
    check('submission_item_position', sql`${t.position} between 1 and 20`),
    check('submission_item_base', sql`(${t.entryId} is null) = (${t.baseNumber} is null)`),
  ],
)
