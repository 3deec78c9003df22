import { reads, type Tx } from '@/db/client'
import { insertToken, revokeTokens, type TokenPurpose } from '@/db/queries/account-tokens'
import { findSettings } from '@/db/queries/wiki'
import { idOfSecret, newSecret } from '@/lib/accounts/sessions/secret'
import { env } from '@/lib/env'
import { later } from '@/lib/later'
import { canSendMail, type Letter, sendMail } from '@/lib/mail/send-mail'
import { messages } from '@/lib/messages/messages'

/** How long a link is good, in hours. */
const HOURS = { confirm_email: 24, reset_password: 1 } as const satisfies Record<TokenPurpose, number>

/** Whose account a mail is about, and where it goes. */
interface Addressee {
  name: string
  email: string
}

/**
 * Makes a link of this purpose for an account; those sent before are good no more. Gives its secret, which goes into a
 * mail and nowhere else.
 */
export async function makeLink(
  tx: Tx,
  purpose: TokenPurpose,
  { accountId, email }: { accountId: number; email: string },
): Promise<string> {
  const secret = newSecret()
  await revokeTokens(tx, accountId, purpose)
  await insertToken(tx, { id: idOfSecret(secret), accountId, purpose, email, hours: HOURS[purpose] })
  return secret
}

/** Sends, later, the link that confirms an address. */
export const mailConfirmation = (to: Addressee, secret: string): void =>
  mail(to, (about, origin) => messages().mails.confirm(about, `${origin}/confirm-email?token=${secret}`))

/** Sends, later, the link that replaces a password. */
export const mailReset = (to: Addressee, secret: string): void =>
  mail(to, (about, origin) => messages().mails.reset(about, `${origin}/reset-password?token=${secret}`))

/** Tells, later, an account with a confirmed address that its password was changed; others cannot be told. */
export const mailPasswordChanged = ({ name, email }: { name: string; email: string | null }): void => {
  if (email !== null) mail({ name, email }, messages().mails.passwordChanged)
}

/** Tells, later, the address that an account had that it is used no more. */
export const mailAddressChanged = (to: Addressee): void => mail(to, messages().mails.addressChanged)

function mail(
  { name, email }: Addressee,
  write: (about: { wiki: string; name: string }, origin: string) => Letter,
): void {
  if (!canSendMail()) return
  later('mail', async () => {
    const wiki = (await findSettings(reads())).get('name')
    const about = { wiki: typeof wiki === 'string' && wiki ? wiki : messages().frame.unnamed, name }
    // The configured origin, never what a request calls itself: whoever asks must not choose where a link leads.
    await sendMail(email, write(about, env.mail?.origin ?? ''))
  })
}
