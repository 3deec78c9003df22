import { revokeTokens, type TokenPurpose } from '@/db/accounts/account-tokens'
import { dropOwedMails, insertOwedMail, type MailPurpose } from '@/db/mail/owed-mails'
import type { Tx } from '@/db/postgres/client'
import { enqueue } from '@/lib/jobs/enqueue'
import { mailKey } from '@/lib/jobs/keys'
import { canSendMail } from './send-mail'

const linked: readonly MailPurpose[] = ['confirm_email', 'reset_password', 'sign_in'] satisfies TokenPurpose[]

/**
 * Queues a mail about an account to an address, sent soon after the commit; does nothing where no mail is sent. Its
 * text and the secret of its link are made then. A link replaces those of its purpose, sent or not.
 */
export async function queueMail(
  tx: Tx,
  purpose: MailPurpose,
  { accountId, address }: { accountId: number; address: string },
): Promise<void> {
  if (!canSendMail()) return
  if (linked.includes(purpose)) await revokeLinks(tx, accountId, purpose as TokenPurpose)
  const mailId = await insertOwedMail(tx, { accountId, purpose, address })
  enqueue(tx, 'send-mail', { mailId }, { key: mailKey(mailId) })
}

/** The account that something happened to, and its confirmed address. */
interface MailSecret {
  id: number
  email: string | null
}

/** Notifies an account with a confirmed address that its password was changed. */
export async function tellPasswordChanged(tx: Tx, { id, email }: MailSecret): Promise<void> {
  if (email !== null) await queueMail(tx, 'password_changed', { accountId: id, address: email })
}

/** Notifies an account with a confirmed address that a way to sign in, or a second step, was added or removed. */
export async function tellWayChanged(
  tx: Tx,
  { id, email }: MailSecret,
  purpose: 'way_added' | 'way_removed',
): Promise<void> {
  if (email !== null) await queueMail(tx, purpose, { accountId: id, address: email })
}

/** Notifies an account with a confirmed address that it is about to be deleted, and how to keep it. */
export async function tellDeletionAsked(tx: Tx, { id, email }: MailSecret): Promise<void> {
  if (email !== null) await queueMail(tx, 'deletion_asked', { accountId: id, address: email })
}

/** Notifies an account's former address, if any, that it is no longer used. */
export async function tellAddressChanged(tx: Tx, { id, email }: MailSecret): Promise<void> {
  if (email !== null) await queueMail(tx, 'address_changed', { accountId: id, address: email })
}

/** Revokes an account's links, of one purpose or all: they become invalid, and unsent ones are not sent. */
export async function revokeLinks(tx: Tx, accountId: number, purpose?: TokenPurpose): Promise<void> {
  await revokeTokens(tx, accountId, purpose)
  await dropOwedMails(tx, accountId, purpose ? [purpose] : [...linked])
}
