import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  index,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'

export const accountRole = pgEnum('account_role', ['fan', 'trusted', 'moderator', 'owner', 'system'])

/**
 * Accounts are identified by id; the name is a label. `nameKey` is its confusable skeleton, so that no two look alike.
 */
export const account = pgTable(
  'account',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    name: text().notNull(),
    nameKey: text().notNull().unique(),
    role: accountRole().notNull().default('fan'),
    /** argon2id in PHC form; the system account has none and cannot sign in. */
    passwordHash: text(),
    /**
     * Confirmed by its owner, for links and for the mail about news that they choose; shown to nobody else. An
     * unconfirmed address is in the token that was sent there, and is deleted with it.
     */
    email: text(),
    /** When its owner followed the confirmation link. */
    emailConfirmedAt: timestamp({ withTimezone: true }),
    /** When a mail server refused the address for good: no news is sent there until it is confirmed again. */
    emailRefusedAt: timestamp({ withTimezone: true }),
    /** The hash of the recovery code, which is shown once and replaces a forgotten password. */
    recoveryHash: text(),
    /** How far they are in works and what they opened, as `lib/progress` spells it; null where they have said nothing. */
    progress: text(),
    /** When its owner put away the greeting with small tasks. */
    greetingPutAwayAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [check('account_name_length', sql`char_length(${t.name}) between 1 and 400`)],
)

/**
 * A former name that nobody else may take for a while. Stored as a keyed hash of its key, so that a name that was
 * changed for a reason cannot be found here.
 */
export const heldName = pgTable(
  'held_name',
  {
    keyHash: text().primaryKey(),
    /** Who may take it back; null when nobody may. */
    accountId: bigint({ mode: 'number' }).references(() => account.id),
    until: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index('held_name_account').on(t.accountId).where(sql`${t.accountId} is not null`)],
)

/** A signed-in browser. `id` is the SHA-256 of the secret in the cookie's token, so a leaked table is of no use. */
export const session = pgTable(
  'session',
  {
    id: text().primaryKey(),
    accountId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    lastSeenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    endedAt: timestamp({ withTimezone: true }),
    userAgent: text(),
  },
  (t) => [index('session_account').on(t.accountId)],
)

export const accountTokenPurpose = pgEnum('account_token_purpose', [
  'confirm_email',
  'reset_password',
  'sign_in',
])

/** A link sent by mail. `id` is the SHA-256 of its secret; it works once, and until it expires. */
export const accountToken = pgTable(
  'account_token',
  {
    id: text().primaryKey(),
    accountId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    purpose: accountTokenPurpose().notNull(),
    /** The address that it was sent to. */
    email: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    usedAt: timestamp({ withTimezone: true }),
  },
  (t) => [index('account_token_account').on(t.accountId), index('account_token_expiry').on(t.expiresAt)],
)

/**
 * The second step of signing in to an account: the secret that its owner's app makes codes from, encrypted under a key
 * that is not in the database. It is asked for from the moment it is confirmed.
 */
export const secondStep = pgTable('second_step', {
  accountId: bigint({ mode: 'number' })
    .primaryKey()
    .references(() => account.id),
  sealedSecret: text().notNull(),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  confirmedAt: timestamp({ withTimezone: true }),
  /** The time step (RFC 6238) of the last accepted code: it and earlier ones are refused. */
  lastStep: bigint({ mode: 'number' }).notNull().default(0),
})

/** A code that replaces one from the app, once. `id` is its hash, made with the account's id. */
export const spareCode = pgTable(
  'spare_code',
  {
    id: text().primaryKey(),
    accountId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    usedAt: timestamp({ withTimezone: true }),
  },
  (t) => [index('spare_code_account').on(t.accountId)],
)

/** A passkey (WebAuthn): a key pair on a device, or in a password manager, of which the wiki has the public half. */
export const passkey = pgTable(
  'passkey',
  {
    /** The credential's id, in base64url. */
    id: text().primaryKey(),
    accountId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    /** As its owner calls it. */
    name: text().notNull(),
    /** COSE, in base64url. */
    publicKey: text().notNull(),
    /** How often it was used, as its device counts; 0 for those that are on several devices. */
    counter: bigint({ mode: 'number' }).notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    lastUsedAt: timestamp({ withTimezone: true }),
  },
  (t) => [index('passkey_account').on(t.accountId)],
)

/**
 * A challenge that a passkey is to sign, deleted when it is used. `id` is its SHA-256. With an account it adds a passkey to
 * that one; without it signs in.
 */
export const passkeyChallenge = pgTable('passkey_challenge', {
  id: text().primaryKey(),
  accountId: bigint({ mode: 'number' }).references(() => account.id),
  expiresAt: timestamp({ withTimezone: true }).notNull(),
})

/** An account at another site (OpenID Connect, or GitHub and the like) that signs in to one here. */
export const outsideIdentity = pgTable(
  'outside_identity',
  {
    /** Who vouches for it, as its answers say: never only the name that this wiki has for it. */
    issuer: text().notNull(),
    /** The id of the account there, which it gives to nobody else. */
    subject: text().notNull(),
    accountId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    /** Its name there when it was linked, for its owner to recognize it. */
    label: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    lastUsedAt: timestamp({ withTimezone: true }),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] }), index('outside_identity_account').on(t.accountId)],
)

/** A block stops an account from writing until it expires or is lifted. At most one is in force at a time. */
export const block = pgTable(
  'block',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    accountId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    byId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    reason: text().notNull(),
    /** The rule that it goes by (`lib/accounts/block-rules.ts`). */
    rule: text().notNull().default('other'),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }),
    liftedAt: timestamp({ withTimezone: true }),
    liftedById: bigint({ mode: 'number' }).references(() => account.id),
  },
  (t) => [uniqueIndex('block_one_standing').on(t.accountId).where(sql`${t.liftedAt} is null`)],
)

/** What came of an appeal: the block was lifted, or it stays. */
export const appealOutcomes = ['lifted', 'stays'] as const

/** What a blocked account says against its block, and the answer. */
export const appeal = pgTable(
  'appeal',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    blockId: bigint({ mode: 'number' })
      .notNull()
      .references(() => block.id),
    accountId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    words: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    answeredAt: timestamp({ withTimezone: true }),
    answeredById: bigint({ mode: 'number' }).references(() => account.id),
    outcome: text({ enum: appealOutcomes }),
    answer: text(),
  },
  (t) => [
    uniqueIndex('appeal_one_open').on(t.blockId).where(sql`${t.answeredAt} is null`),
    index('appeal_open').on(t.id).where(sql`${t.answeredAt} is null`),
    index('appeal_account').on(t.accountId, t.id),
  ],
)

/** That an account wants to read and hear nothing of another one. */
export const mute = pgTable(
  'mute',
  {
    accountId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    mutedId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.mutedId] }), index('mute_muted').on(t.mutedId)],
)

/** The network that a write came from: a keyed hash, kept 90 days, every look-up of it logged. */
export const networkTrace = pgTable(
  'network_trace',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    accountId: bigint({ mode: 'number' }).references(() => account.id),
    operation: text().notNull(),
    networkHash: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index('network_trace_hash').on(t.networkHash),
    index('network_trace_at').on(t.at),
    index('network_trace_account').on(t.accountId, t.id).where(sql`${t.accountId} is not null`),
  ],
)

/**
 * That an account is to be deleted, or was. Its owner can take it back until it is due; then its rows are removed and, where
 * it has a neutral name, that replaces its own.
 */
export const accountDeletion = pgTable(
  'account_deletion',
  {
    accountId: bigint({ mode: 'number' })
      .primaryKey()
      .references(() => account.id),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    dueAt: timestamp({ withTimezone: true }).notNull(),
    /** The name that the account has afterwards; null where it keeps its own. */
    neutralName: text(),
    /** When its owner took it back. */
    undoneAt: timestamp({ withTimezone: true }),
    /** When it was done. */
    doneAt: timestamp({ withTimezone: true }),
    /** When the list in the store of files came to say this; null where it does not yet. */
    listedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index('account_deletion_pending')
      .on(t.accountId)
      .where(sql`${t.doneAt} is null and ${t.undoneAt} is null`),
    index('account_deletion_unlisted').on(t.accountId).where(sql`${t.listedAt} is null`),
  ],
)
