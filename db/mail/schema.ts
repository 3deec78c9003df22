import { bigint, index, pgEnum, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { account } from '../accounts/schema'

export const mailPurpose = pgEnum('mail_purpose', [
  'confirm_email',
  'reset_password',
  'password_changed',
  'address_changed',
])

/**
 * A mail that the wiki owes somebody: it goes when the mail was sent. Its words, and the secret of its link, are made
 * while it is sent.
 */
export const owedMail = pgTable(
  'owed_mail',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    accountId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    purpose: mailPurpose().notNull(),
    /** Where it goes: not always the account's own address, which may be in question, or another one by now. */
    address: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('owed_mail_account').on(t.accountId)],
)

/**
 * Somebody asked for a new password for a name or an address, and nobody has looked yet whose it is: whoever asks must
 * not learn it, not even by waiting. It goes when somebody has looked.
 */
export const resetRequest = pgTable('reset_request', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  nameKey: text().notNull(),
  email: text(),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})
