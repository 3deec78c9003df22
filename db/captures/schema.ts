import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core'
import { entry } from '../entries/schema'
import { submission } from '../submissions/schema'

/** Whether a page is still there: nobody has looked, or could not tell; it answered; it was away for days. */
export const addressState = pgEnum('address_state', ['unknown', 'alive', 'dead'])

/** A web address that sources name, and what was there when the wiki looked at it last. */
export const citedAddress = pgTable(
  'cited_address',
  {
    /** The SHA-256 of the address without its fragment, since an address may be longer than an index takes. */
    key: text().primaryKey(),
    url: text().notNull(),
    state: addressState().notNull().default('unknown'),
    lookedAt: timestamp({ withTimezone: true }),
    /** Why nothing was read the last time; null where something was. */
    why: text(),
    /** How often in a row it was not there, and since when. */
    failures: integer().notNull().default(0),
    failingSince: timestamp({ withTimezone: true }),
    /** The SHA-256 of the page as it was last. */
    pageHash: text(),
    /** A copy of a dead page that an archive offers. */
    archiveUrl: text(),
    /** Somebody waits for quoted words to be looked for. */
    isUrgent: boolean().notNull().default(false),
    /** When it is looked at next. */
    dueAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index('cited_address_due').on(t.isUrgent.desc(), t.dueAt),
    index('cited_address_looked').on(t.lookedAt),
    index('cited_address_dead').on(t.key).where(sql`${t.state} = 'dead'`),
  ],
)

/** The address of each published source that has one. */
export const sourceAddress = pgTable(
  'source_address',
  {
    sourceId: bigint({ mode: 'number' })
      .primaryKey()
      .references(() => entry.id),
    key: text()
      .notNull()
      .references(() => citedAddress.key, { onDelete: 'cascade' }),
  },
  (t) => [index('source_address_key').on(t.key)],
)

/**
 * Quoted words: still to be looked for; found on the page; not found; not found on a page where they are spoken, not
 * written.
 */
export const passageState = pgEnum('passage_state', ['wanted', 'found', 'missing', 'spoken'])

/** Words that somebody quoted from an address, and what stands around them there. Nothing else of the page is kept. */
export const capturedPassage = pgTable(
  'captured_passage',
  {
    key: text().notNull(),
    /** The SHA-256 of the words as they are compared. */
    quoteKey: text().notNull(),
    quote: text().notNull(),
    state: passageState().notNull().default('wanted'),
    before: text().notNull().default(''),
    words: text().notNull().default(''),
    after: text().notNull().default(''),
    /** What stood around them was erased, and is not kept again. */
    isBare: boolean().notNull().default(false),
    lookedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.key, t.quoteKey] }),
    foreignKey({ columns: [t.key], foreignColumns: [citedAddress.key] }).onDelete('cascade'),
  ],
)

/** Which entry or submission quotes a passage, or did: what is erased with it. */
export const passageUse = pgTable(
  'passage_use',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    key: text().notNull(),
    quoteKey: text().notNull(),
    entryId: bigint({ mode: 'number' }).references(() => entry.id),
    submissionId: bigint({ mode: 'number' }).references(() => submission.id),
  },
  (t) => [
    unique('passage_use_once').on(t.key, t.quoteKey, t.entryId, t.submissionId).nullsNotDistinct(),
    foreignKey({
      columns: [t.key, t.quoteKey],
      foreignColumns: [capturedPassage.key, capturedPassage.quoteKey],
    }).onDelete('cascade'),
    index('passage_use_entry').on(t.entryId),
    index('passage_use_submission').on(t.submissionId),
  ],
)
