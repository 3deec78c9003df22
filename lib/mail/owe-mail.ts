import { revokeTokens, type TokenPurpose } from '@/db/accounts/account-tokens'
import { dropOwedMails, insertOwedMail, type MailPurpose } from '@/db/mail/owed-mails'
import type { Tx } from '@/db/postgres/client'
import { enqueue } from '@/lib/jobs/enqueue'
import { mailKey } from '@/lib/jobs/keys'
import { canSendMail } from './send-mail'

const linked: readonly MailPurpose[] = ['confirm_email', 'reset_password'] satisfies TokenPurpose[]

/**
 * Has a mail about an account sent to an address soon after the commit; nothing where no mail is sent. What it says, and
 * the secret of its link, are made then. A link takes the place of those of its purpose, sent or not.
 */
export async function oweMail(
  tx: Tx,
  purpose: MailPurpose,
  { accountId, address }: { accountId: number; address: string },
): Promise<void> {
  if (!canSendMail()) return
  if (linked.includes(purpose)) await revokeLinks(tx, accountId, purpose as TokenPurpose)
  const mailId = await insertOwedMail(tx, { accountId, purpose, address })
  enqueue(tx, 'send-mail', { mailId }, { key: mailKey(mailId) })
}

/** Whose account something happened to, and its confirmed address. */
interface MailSecret {
  id: number
  email: string | null
}

/** Tells an account with a confirmed address that its password was changed; others cannot be told. */
export async function tellPasswordChanged(tx: Tx, { id, email }: MailSecret): Promise<void> {
  if (email !== null) await oweMail(tx, 'password_changed', { accountId: id, address: email })
}

/** Tells the address that an account had, if any, that it is used no more. */
export async function tellAddressChanged(tx: Tx, { id, email }: MailSecret): Promise<void> {
  if (email !== null) await oweMail(tx, 'address_changed', { accountId: id, address: email })
}

/** Takes back the links of an account, those of one purpose or all: they open nothing any more, and what is not sent is not sent. */
export async function revokeLinks(tx: Tx, accountId: number, purpose?: TokenPurpose): Promise<void> {
  await revokeTokens(tx, accountId, purpose)
  await dropOwedMails(tx, accountId, purpose ? [purpose] : [...linked])
}
