import { updateCredentials } from '@/db/accounts/credentials'
import { lockProven, proveIdentity } from '@/lib/accounts/passwords/prove-identity'
import { addEmailSchema, proofSchema } from '@/lib/accounts/schema'
import { RefusalError, refuse } from '@/lib/errors'
import { parseAddress } from '@/lib/mail/address'
import { queueMail, revokeLinks, tellAddressChanged } from '@/lib/mail/queue-mail'
import { canSendMail } from '@/lib/mail/send-mail'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { addressMailLimits, mailLimits, networkMailLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'

/**
 * Sends a confirmation link to the address that somebody gives for their own account; nothing changes before it is
 * followed. Refused at `email` when that is no address, or theirs already, at `currentPassword`, when asked too often,
 * and where no mail can be sent.
 */
export const addEmail = operation({
  name: 'account.add-email',
  who: 'account',
  input: addEmailSchema,
  audits: { nothing: 'a mail tells the account, and nobody else is to know' },
  run: async ({ actor, clientInfo: { network }, commit }, typed) => {
    if (!canSendMail()) return refuse('not_found', codes().accounts.refused.notFound)
    const email = parseAddress(typed.email)
    if (email === null)
      return refuse('invalid', codes().accounts.checkMarked, {
        email: codes().ownAccount.email.invalid,
      })
    const proof = await proveIdentity(actor, typed.currentPassword, network)
    if (!proof.ok) return proof
    const tooMany = await withinLimits([
      ...networkMailLimits(network),
      ...mailLimits(actor.id),
      ...addressMailLimits(email),
    ])
    if (tooMany) return tooMany
    return commit(async ({ tx }) => {
      const account = await lockProven(tx, proof)
      if (account.email === email && account.emailRefusedAt === null) {
        const fields = { email: codes().ownAccount.email.same }
        throw new RefusalError(refuse('no_change', codes().accounts.checkMarked, fields))
      }
      await queueMail(tx, 'confirm_email', { accountId: account.id, address: email })
      return {}
    })
  },
})

/** Removes one's own address, with every link that was sent to it. Refused at `currentPassword`. */
export const removeEmail = operation({
  name: 'account.remove-email',
  who: 'account',
  input: proofSchema,
  audits: { nothing: 'a mail tells the account, and nobody else is to know' },
  run: async ({ actor, clientInfo, commit }, { currentPassword }) => {
    const proof = await proveIdentity(actor, currentPassword, clientInfo.network)
    if (!proof.ok) return proof
    return commit(async ({ tx }) => {
      const account = await lockProven(tx, proof)
      await updateCredentials(tx, account.id, { email: null, emailConfirmedAt: null })
      await revokeLinks(tx, account.id)
      await tellAddressChanged(tx, account)
      return {}
    })
  },
})
