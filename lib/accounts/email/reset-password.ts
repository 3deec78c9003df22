import { primary, transaction } from '@/db/client'
import { findToken, takeToken } from '@/db/queries/account-tokens'
import { lockCredentials, updateCredentials } from '@/db/queries/credentials'
import { endSessionsOf } from '@/db/queries/sessions'
import { hashPassword, weaknessOf } from '@/lib/accounts/passwords/password'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { type Outcome, RefusalError, refusable, refuse } from '@/lib/errors'
import { revokeLinks, tellPasswordChanged } from '@/lib/mail/owe-mail'
import { messages } from '@/lib/messages/messages'
import { idOfSecret } from '@/lib/secret'

/**
 * Sets another password for whoever has read the mail that was sent to their confirmed address. Every session of the
 * account ends, the link is used up, and the address is told. Refused at `newPassword` when that is weak, and when the
 * link is good no more.
 */
export async function resetPassword(
  { token, newPassword }: { token: string; newPassword: string },
  network: string | null,
): Promise<Outcome> {
  const id = idOfSecret(token)
  const found = await findToken(primary(), id, 'reset_password')
  if (!found) return goodNoMore()
  const weakness = await weaknessOf(newPassword, found.name)
  if (weakness !== null) return refuse('invalid', messages().accounts.checkMarked, { newPassword: weakness })
  const passwordHash = await hashPassword(newPassword)
  return refusable(async () => {
    await transaction(async (tx) => {
      const theirs = await lockCredentials(tx, found.accountId)
      const taken = await takeToken(tx, id, 'reset_password')
      if (!theirs || !taken || theirs.email !== taken.email) throw new RefusalError(goodNoMore())
      await updateCredentials(tx, theirs.id, { passwordHash })
      await endSessionsOf(tx, theirs.id)
      await revokeLinks(tx, theirs.id)
      await tellPasswordChanged(tx, theirs)
      await traceNetwork(tx, { accountId: theirs.id, operation: 'reset-password', network })
    })
    return { ok: true as const }
  })
}

const goodNoMore = () => refuse('not_found', messages().ownAccount.link.used)
