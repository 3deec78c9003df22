import { findCredentials } from '@/db/accounts/accounts'
import { lockCredentials, updateCredentials } from '@/db/accounts/credentials'
import { endSessionsOf } from '@/db/accounts/sessions'
import { primary } from '@/db/postgres/client'
import { nameKeyOf } from '@/lib/accounts/names/name'
import { recoverSchema } from '@/lib/accounts/schema'
import { withoutTicket } from '@/lib/accounts/second-step/admit'
import { RefusalError, refuse } from '@/lib/errors'
import { revokeLinks, tellPasswordChanged } from '@/lib/mail/queue-mail'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { recoveryLimits } from '@/lib/rate-limit/limits'
import { hashPassword, weaknessOf } from './password'
import { hashOfRecoveryCode, makeRecoveryCode } from './recovery-code'

/**
 * Sets a new password with an account's recovery code. The code is used up and a new one given; every session of the
 * account ends. Where it has a second step, that is asked for at `secondCode`, too. Refused alike for a wrong code and an unknown name, at `newPassword` when that is weak, and when tried
 * too often.
 */
export const recoverWithCode = operation({
  name: 'account.recover',
  who: 'entrance',
  input: recoverSchema,
  audits: { nothing: 'a mail tells the account, and nobody else is to know' },
  limits: ({ name }, { network }) => recoveryLimits(nameKeyOf(name), network),
  run: async ({ clientInfo, commit }, { name, code: typed, newPassword, secondCode = '' }) => {
    const weakness = await weaknessOf(newPassword, name.slice(0, 100))
    if (weakness !== null) return refuse('invalid', codes().accounts.checkMarked, { newPassword: weakness })
    const used = hashOfRecoveryCode(typed)
    const found = await findCredentials(primary(), nameKeyOf(name))
    if (used === null || !found || found.recoveryHash !== used) return wrong()
    const not = await withoutTicket(found.id, { code: secondCode, field: 'secondCode' }, clientInfo)
    if (not) return not
    const passwordHash = await hashPassword(newPassword)
    const { code, hash } = makeRecoveryCode()
    return commit(async ({ tx, madeBy }) => {
      const theirs = await lockCredentials(tx, found.id)
      // Used up by a concurrent request.
      if (theirs?.recoveryHash !== used) throw new RefusalError(wrong())
      madeBy(theirs.id)
      await updateCredentials(tx, theirs.id, { passwordHash, recoveryHash: hash })
      await endSessionsOf(tx, theirs.id)
      await revokeLinks(tx, theirs.id, 'reset_password')
      await revokeLinks(tx, theirs.id, 'sign_in')
      await tellPasswordChanged(tx, theirs)
      return { accountId: theirs.id, recoveryCode: code }
    })
  },
})

const wrong = () => refuse('wrong_credentials', codes().ownAccount.recover.wrong)
