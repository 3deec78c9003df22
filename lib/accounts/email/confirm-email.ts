import { findToken, takeToken } from '@/db/accounts/account-tokens'
import { lockCredentials, updateCredentials } from '@/db/accounts/credentials'
import { primary } from '@/db/postgres/client'
import { confirmEmailSchema } from '@/lib/accounts/schema'
import { RefusalError, refuse } from '@/lib/errors'
import { revokeLinks, tellAddressChanged } from '@/lib/mail/owe-mail'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { idOfSecret } from '@/lib/secret'

/**
 * Makes an address an account's own, for whoever has read the mail that was sent there, signed in or not; the address
 * before is told. The link is used up. Refused when it is good no more.
 */
export const confirmEmail = operation({
  name: 'account.confirm-email',
  who: 'entrance',
  input: confirmEmailSchema,
  audits: { nothing: 'a mail tells the account, and nobody else is to know' },
  run: async ({ commit }, { token }) => {
    const id = idOfSecret(token)
    const found = await findToken(primary(), id, 'confirm_email')
    if (!found) return goodNoMore()
    return commit(async ({ tx, madeBy }) => {
      const account = await lockCredentials(tx, found.accountId)
      const taken = await takeToken(tx, id, 'confirm_email')
      if (!account || !taken) throw new RefusalError(goodNoMore())
      madeBy(account.id)
      await updateCredentials(tx, account.id, { email: taken.email, emailConfirmedAt: new Date() })
      // A link that waits in the old mailbox opens nothing any more.
      await revokeLinks(tx, account.id)
      await tellAddressChanged(tx, account)
      return {}
    })
  },
})

const goodNoMore = () => refuse('not_found', codes().ownAccount.link.used)
