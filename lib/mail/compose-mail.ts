import { createHmac } from 'node:crypto'
import { insertToken, revokeTokens, type TokenPurpose } from '@/db/accounts/account-tokens'
import { lockCredentials } from '@/db/accounts/credentials'
import { findOwedMail, type OwedMail } from '@/db/mail/owed-mails'
import { findPendingDeletion } from '@/db/own-data/deletions'
import { primary, transaction } from '@/db/postgres/client'
import { env } from '@/lib/env'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { idOfSecret } from '@/lib/secret'
import { readSettings } from '@/lib/settings/settings'
import type { OutgoingMail } from './send-mail'

/** How long a link is valid after its mail was first sent, in minutes. */
const MINUTES = { confirm_email: 24 * 60, reset_password: 60, sign_in: 15 } as const satisfies Record<
  TokenPurpose,
  number
>

/**
 * The text of a queued mail; null when it is not needed any more. `origin` is the wiki's own address, never a request's
 * Host header: whoever asks must not choose where a link leads.
 */
export async function composeMail(mail: OwedMail, origin: string): Promise<OutgoingMail | null> {
  const { name: wiki } = await readSettings(primary())
  const about = { wiki, name: mail.name }
  switch (mail.purpose) {
    case 'confirm_email': {
      const secret = await makeLink(mail, 'confirm_email')
      return secret === null
        ? null
        : messages().mails.confirm(about, origin + paths.confirmEmail({ token: secret }))
    }
    case 'reset_password': {
      const secret = await makeLink(mail, 'reset_password')
      return secret === null
        ? null
        : messages().mails.reset(about, origin + paths.resetPassword({ token: secret }))
    }
    case 'sign_in': {
      const secret = await makeLink(mail, 'sign_in')
      return secret === null
        ? null
        : messages().mails.signIn(about, origin + paths.signInLink({ token: secret }))
    }
    case 'password_changed':
      return messages().mails.passwordChanged(about, origin + paths.forgotPassword())
    case 'way_added':
      return messages().mails.wayAdded(about, origin + paths.account())
    case 'way_removed':
      return messages().mails.wayRemoved(about, origin + paths.account())
    case 'deletion_asked': {
      const deletion = await findPendingDeletion(primary(), mail.accountId)
      if (!deletion) return null
      const day = messages().dates.dayInWords(deletion.dueAt)
      return messages().mails.deletionAsked(
        about,
        day,
        origin + paths.signIn({ next: paths.deleteAccount() }),
      )
    }
    case 'address_changed':
      return messages().mails.addressChanged(about)
  }
}

/**
 * Makes the link of a mail; null where it is not needed any more, or the address is no longer the account's. The same
 * mail made again has the same link, so either copy can be used.
 */
function makeLink(mail: OwedMail, purpose: TokenPurpose): Promise<string | null> {
  const { id: mailId, accountId, address: email } = mail
  const secret = secretOf(mail)
  const id = idOfSecret(secret)
  return transaction(async (tx) => {
    const account = await lockCredentials(tx, accountId)
    if (!account || !(await findOwedMail(tx, mailId))) return null
    if (purpose !== 'confirm_email' && account.email !== email) return null
    await revokeTokens(tx, accountId, purpose, id)
    await insertToken(tx, { id, accountId, purpose, email, minutes: MINUTES[purpose] })
    return secret
  })
}

/** 32 bytes that only the wiki's secret can derive from what the database holds. */
const secretOf = ({ id, accountId, createdAt }: OwedMail): string =>
  createHmac('sha256', env.authSecret)
    .update(`the link of mail ${id} to account ${accountId}, ${createdAt.toISOString()}`)
    .digest('base64url')
