import { findToken, takeToken } from '@/db/accounts/account-tokens'
import { lockCredentials, updateCredentials } from '@/db/accounts/credentials'
import { endSessionsOf } from '@/db/accounts/sessions'
import { primary } from '@/db/postgres/client'
import { hashPassword, weaknessOf } from '@/lib/accounts/passwords/password'
import { resetPasswordSchema } from '@/lib/accounts/schema'
import { RefusalError, refuse } from '@/lib/errors'
import { revokeLinks, tellPasswordChanged } from '@/lib/mail/queue-mail'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { idOfSecret } from '@/lib/secret'

/**
 * Sets a new password with the link that was mailed to the confirmed address. Every session of the account ends, the
 * link is used up, and the address is notified. Refused at `newPassword` when that is weak, and when the link is no
 * longer valid.
 */
export const resetPassword = operation({
  name: 'account.reset-password',
  who: 'entrance',
  input: resetPasswordSchema,
  audits: { nothing: 'a mail tells the account, and nobody else is to know' },
  run: async ({ commit }, { token, newPassword }) => {
    const id = idOfSecret(token)
    const found = await findToken(primary(), id, 'reset_password')
    if (!found) return linkExpired()
    const weakness = await weaknessOf(newPassword, found.name)
    if (weakness !== null) return refuse('invalid', codes().accounts.checkMarked, { newPassword: weakness })
    const passwordHash = await hashPassword(newPassword)
    return commit(async ({ tx, madeBy }) => {
      const theirs = await lockCredentials(tx, found.accountId)
      const taken = await takeToken(tx, id, 'reset_password')
      if (!theirs || !taken || theirs.email !== taken.email) throw new RefusalError(linkExpired())
      madeBy(theirs.id)
      await updateCredentials(tx, theirs.id, { passwordHash })
      await endSessionsOf(tx, theirs.id)
      await revokeLinks(tx, theirs.id)
      await tellPasswordChanged(tx, theirs)
      return {}
    })
  },
})

const linkExpired = () => refuse('not_found', codes().ownAccount.link.used)
