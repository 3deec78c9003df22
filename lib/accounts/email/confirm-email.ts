import { primary, transaction } from '@/db/client'
import { findToken, takeToken } from '@/db/queries/account-tokens'
import { lockCredentials, updateCredentials } from '@/db/queries/credentials'
import { type Outcome, RefusalError, refusable, refuse } from '@/lib/errors'
import { revokeLinks, tellAddressChanged } from '@/lib/mail/owe-mail'
import { messages } from '@/lib/messages/messages'
import { idOfSecret } from '@/lib/secret'

/**
 * Makes an address an account's own, for whoever has read the mail that was sent there, signed in or not; the address
 * before is told. The link is used up. Refused when it is good no more.
 */
export async function confirmEmail({ token }: { token: string }): Promise<Outcome> {
  const id = idOfSecret(token)
  const found = await findToken(primary(), id, 'confirm_email')
  if (!found) return goodNoMore()
  return refusable(async () => {
    await transaction(async (tx) => {
      const account = await lockCredentials(tx, found.accountId)
      const taken = await takeToken(tx, id, 'confirm_email')
      if (!account || !taken) throw new RefusalError(goodNoMore())
      await updateCredentials(tx, account.id, { email: taken.email, emailConfirmedAt: new Date() })
      // A link that waits in the old mailbox opens nothing any more.
      await revokeLinks(tx, account.id)
      await tellAddressChanged(tx, account)
    })
    return { ok: true as const }
  })
}

const goodNoMore = () => refuse('not_found', messages().ownAccount.link.used)
