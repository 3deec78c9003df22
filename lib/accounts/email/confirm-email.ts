import { findToken, takeToken } from '@/db/accounts/account-tokens'
import { lockCredentials, updateCredentials } from '@/db/accounts/credentials'
import { primary } from '@/db/postgres/client'
import { beginMail } from '@/lib/accounts/email/begin-mail'
import { confirmEmailSchema } from '@/lib/accounts/schema'
import { RefusalError, refuse } from '@/lib/errors'
import { revokeLinks, tellAddressChanged } from '@/lib/mail/queue-mail'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { idOfSecret } from '@/lib/secret'

/**
 * Confirms an address for whoever followed the link sent there, signed in or not; the previous address is notified. The
 * link is used up. Refused when it is no longer valid.
 */
export const confirmEmail = operation({
  name: 'account.confirm-email',
  who: 'entrance',
  input: confirmEmailSchema,
  audits: { nothing: 'a mail tells the account, and nobody else is to know' },
  run: async ({ commit }, { token, timeZone = '' }) => {
    const id = idOfSecret(token)
    const found = await findToken(primary(), id, 'confirm_email')
    if (!found) return linkExpired()
    return commit(async ({ tx, madeBy }) => {
      const account = await lockCredentials(tx, found.accountId)
      const taken = await takeToken(tx, id, 'confirm_email')
      if (!account || !taken) throw new RefusalError(linkExpired())
      madeBy(account.id)
      const confirmed = { email: taken.email, emailConfirmedAt: new Date(), emailRefusedAt: null }
      await updateCredentials(tx, account.id, confirmed)
      await beginMail(tx, account.id, timeZone)
      // Links that were sent to the old address are revoked.
      await revokeLinks(tx, account.id)
      await tellAddressChanged(tx, account)
      return {}
    })
  },
})

const linkExpired = () => refuse('not_found', codes().ownAccount.link.used)
