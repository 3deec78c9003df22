import { bigint, boolean, index, pgEnum, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { account } from '../accounts/schema'

export const mailPurpose = pgEnum('mail_purpose', [
  'confirm_email',
  'reset_password',
  'password_changed',
  'address_changed',
  'sign_in',
  'way_added',
  'way_removed',
  'deletion_asked',
])

/** A queued mail, deleted once it was sent. Its text, and the secret of its link, are made while it is sent. */
export const owedMail = pgTable(
  'owed_mail',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    accountId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    purpose: mailPurpose().notNull(),
    /** Its recipient: not always the account's own address, which may be unconfirmed, or changed by now. */
    address: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('owed_mail_account').on(t.accountId)],
)

/**
 * A request for a link, by a name or an address whose account has not been looked up yet: whoever asks must not
 * learn the result, not even by timing. Deleted once it was processed.
 */
export const resetRequest = pgTable('reset_request', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  nameKey: text().notNull(),
  email: text(),
  /** Whether a link that signs in is wanted, not one that sets a new password. */
  isToSignIn: boolean().notNull().default(false),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})
