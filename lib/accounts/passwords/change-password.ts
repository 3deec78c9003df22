import { updateCredentials } from '@/db/accounts/credentials'
import { endSessionsOf } from '@/db/accounts/sessions'
import { changePasswordSchema } from '@/lib/accounts/schema'
import { refuse } from '@/lib/errors'
import { revokeLinks, tellPasswordChanged } from '@/lib/mail/queue-mail'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { hashPassword, weaknessOf } from './password'
import { lockProven, proveIdentity } from './prove-identity'

/**
 * Sets a new password for whoever proves the current one, and ends every session of the account, the current one
 * included: the caller opens a new one. Refused at `currentPassword` when that is wrong or was tried too often, at
 * `newPassword` when that is weak or the same.
 */
export const changePassword = operation({
  name: 'account.change-password',
  who: 'account',
  input: changePasswordSchema,
  audits: { nothing: 'a mail tells the account, and nobody else is to know' },
  run: async ({ actor, clientInfo, commit }, { currentPassword, newPassword }) => {
    const proof = await proveIdentity(actor, currentPassword, clientInfo.network)
    if (!proof.ok) return proof
    const weakness = await weaknessOf(newPassword, actor.name)
    const isSame = newPassword.normalize('NFC') === currentPassword.normalize('NFC')
    const problem = weakness ?? (isSame ? codes().ownAccount.password.same : null)
    if (problem !== null) return refuse('invalid', codes().accounts.checkMarked, { newPassword: problem })
    const passwordHash = await hashPassword(newPassword)
    return commit(async ({ tx }) => {
      const theirs = await lockProven(tx, proof)
      await updateCredentials(tx, theirs.id, { passwordHash })
      await endSessionsOf(tx, theirs.id)
      await revokeLinks(tx, theirs.id, 'reset_password')
      await revokeLinks(tx, theirs.id, 'sign_in')
      await tellPasswordChanged(tx, theirs)
      return {}
    })
  },
})
