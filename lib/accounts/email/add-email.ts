import { transaction } from '@/db/client'
import { updateCredentials } from '@/db/queries/credentials'
import { lockProven, provePassword } from '@/lib/accounts/passwords/prove-password'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { type Outcome, RefusalError, refusable, refuse } from '@/lib/errors'
import { parseAddress } from '@/lib/mail/address'
import { oweMail, revokeLinks, tellAddressChanged } from '@/lib/mail/owe-mail'
import { canSendMail } from '@/lib/mail/send-mail'
import { messages } from '@/lib/messages/messages'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { mailLimits, networkMailLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'

/**
 * Sends a link to the address that somebody gives for their own account; nothing changes before it is followed. Refused
 * at `email` when that is no address, or theirs already, at `currentPassword`, when asked too often, and where no mail is.
 */
export async function addEmail(
  actor: AccountActor,
  typed: { email: string; currentPassword: string },
  { network }: Origin,
): Promise<Outcome> {
  const { accounts, ownAccount } = messages()
  if (!canSendMail()) return refuse('not_found', accounts.refused.notFound)
  const email = parseAddress(typed.email)
  if (email === null) return refuse('invalid', accounts.checkMarked, { email: ownAccount.email.invalid })
  const proof = await provePassword(actor.id, typed.currentPassword, network)
  if (!proof.ok) return proof
  const tooMany = await withinLimits([...networkMailLimits(network), ...mailLimits(actor.id)])
  if (tooMany) return tooMany
  return refusable(async () => {
    await transaction(async (tx) => {
      const account = await lockProven(tx, proof)
      if (account.email === email) {
        const fields = { email: ownAccount.email.same }
        throw new RefusalError(refuse('no_change', accounts.checkMarked, fields))
      }
      await traceNetwork(tx, { accountId: account.id, operation: 'add-email', network })
      await oweMail(tx, 'confirm_email', { accountId: account.id, address: email })
    })
    return { ok: true as const }
  })
}

/** Takes the address out of one's own account, with every link that was sent to it. Refused at `currentPassword`. */
export async function removeEmail(
  actor: AccountActor,
  typed: { currentPassword: string },
  { network }: Origin,
): Promise<Outcome> {
  const proof = await provePassword(actor.id, typed.currentPassword, network)
  if (!proof.ok) return proof
  return refusable(async () => {
    await transaction(async (tx) => {
      const account = await lockProven(tx, proof)
      await updateCredentials(tx, account.id, { email: null, emailConfirmedAt: null })
      await revokeLinks(tx, account.id)
      await traceNetwork(tx, { accountId: account.id, operation: 'remove-email', network })
      await tellAddressChanged(tx, account)
    })
    return { ok: true as const }
  })
}
