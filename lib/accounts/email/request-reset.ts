import { insertResetRequest } from '@/db/mail/owed-mails'
import { nameKeyOf } from '@/lib/accounts/names/name'
import { requestResetSchema } from '@/lib/accounts/schema'
import { refuse } from '@/lib/errors'
import { enqueue } from '@/lib/jobs/enqueue'
import { lookUpKey } from '@/lib/jobs/keys'
import { parseAddress } from '@/lib/mail/address'
import { canSendMail } from '@/lib/mail/send-mail'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { resetLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'

/**
 * Sends a password reset link to the confirmed address of the account with this name or address. The answer is always
 * the same and comes before the look-up, which a job does: neither the answer nor its timing tells whether there is
 * such an account. Refused only when asked too often, and where no mail can be sent.
 */
export const requestReset = operation({
  name: 'account.request-reset',
  who: 'entrance',
  input: requestResetSchema,
  audits: { nothing: 'whether there is such an account is nobody’s to know' },
  run: async ({ clientInfo, commit }, { who }) => {
    if (!canSendMail()) return refuse('not_found', codes().accounts.refused.notFound)
    const tooMany = await withinLimits(resetLimits(nameKeyOf(who), clientInfo.network))
    if (tooMany) return tooMany
    return commit(async ({ tx }) => {
      const requestId = await insertResetRequest(tx, { nameKey: nameKeyOf(who), email: parseAddress(who) })
      enqueue(tx, 'look-up-reset', { requestId }, { key: lookUpKey(requestId) })
      return {}
    })
  },
})
