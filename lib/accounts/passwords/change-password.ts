import { transaction } from '@/db/client'
import { updateCredentials } from '@/db/queries/credentials'
import { endSessionsOf } from '@/db/queries/sessions'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { type Outcome, refusable, refuse } from '@/lib/errors'
import { revokeLinks, tellPasswordChanged } from '@/lib/mail/owe-mail'
import { messages } from '@/lib/messages/messages'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { hashPassword, weaknessOf } from './password'
import { lockProven, provePassword } from './prove-password'

/**
 * Gives whoever proves their password another one, and ends every session of the account, the one that asks among them:
 * the caller opens a fresh one. Refused at `currentPassword` when that is wrong or was tried too often, at `newPassword`
 * when that is weak or the same.
 */
export async function changePassword(
  actor: AccountActor,
  typed: { currentPassword: string; newPassword: string },
  { network }: Origin,
): Promise<Outcome> {
  const proof = await provePassword(actor.id, typed.currentPassword, network)
  if (!proof.ok) return proof
  const weakness = await weaknessOf(typed.newPassword, actor.name)
  const isSame = typed.newPassword.normalize('NFC') === typed.currentPassword.normalize('NFC')
  const problem = weakness ?? (isSame ? messages().ownAccount.password.same : null)
  if (problem !== null) return refuse('invalid', messages().accounts.checkMarked, { newPassword: problem })
  const passwordHash = await hashPassword(typed.newPassword)
  return refusable(async () => {
    await transaction(async (tx) => {
      const theirs = await lockProven(tx, proof)
      await updateCredentials(tx, theirs.id, { passwordHash })
      await endSessionsOf(tx, theirs.id)
      await revokeLinks(tx, theirs.id, 'reset_password')
      await tellPasswordChanged(tx, theirs)
      await traceNetwork(tx, { accountId: theirs.id, operation: 'change-password', network })
    })
    return { ok: true as const }
  })
}
