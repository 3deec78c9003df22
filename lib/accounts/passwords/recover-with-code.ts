import { primary, transaction } from '@/db/client'
import { findCredentials } from '@/db/queries/accounts'
import { lockCredentials, updateCredentials } from '@/db/queries/credentials'
import { endSessionsOf } from '@/db/queries/sessions'
import { nameKeyOf } from '@/lib/accounts/names/name'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { type Outcome, RefusalError, refusable, refuse } from '@/lib/errors'
import { revokeLinks, tellPasswordChanged } from '@/lib/mail/owe-mail'
import { messages } from '@/lib/messages/messages'
import { recoveryLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'
import { hashPassword, weaknessOf } from './password'
import { hashOfRecoveryCode, makeRecoveryCode } from './recovery-code'

/**
 * Sets another password for whoever has the recovery code of a name. The code is used up and another one given; every
 * session of the account ends. Refused alike for a wrong code and a name that nobody bears, at `newPassword` when that
 * is weak, and when tried too often.
 */
export async function recoverWithCode(
  typed: { name: string; code: string; newPassword: string },
  network: string | null,
): Promise<Outcome<{ accountId: number; recoveryCode: string }>> {
  const nameKey = nameKeyOf(typed.name)
  const tooMany = await withinLimits(recoveryLimits(nameKey, network))
  if (tooMany) return tooMany
  const weakness = await weaknessOf(typed.newPassword, typed.name.slice(0, 100))
  if (weakness !== null) return refuse('invalid', messages().accounts.checkMarked, { newPassword: weakness })
  const used = hashOfRecoveryCode(typed.code)
  const found = await findCredentials(primary(), nameKey)
  if (used === null || !found || found.recoveryHash !== used) return wrong()
  const passwordHash = await hashPassword(typed.newPassword)
  const { code, hash } = makeRecoveryCode()
  return refusable(async () => {
    const account = await transaction(async (tx) => {
      const theirs = await lockCredentials(tx, found.id)
      // Whoever used it a moment ago has used it up.
      if (theirs?.recoveryHash !== used) throw new RefusalError(wrong())
      await updateCredentials(tx, theirs.id, { passwordHash, recoveryHash: hash })
      await endSessionsOf(tx, theirs.id)
      await revokeLinks(tx, theirs.id, 'reset_password')
      await tellPasswordChanged(tx, theirs)
      await traceNetwork(tx, { accountId: theirs.id, operation: 'recover', network })
      return theirs
    })
    return { ok: true as const, accountId: account.id, recoveryCode: code }
  })
}

const wrong = () => refuse('wrong_credentials', messages().ownAccount.recover.wrong)
