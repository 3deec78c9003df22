import { insertResetRequest } from '@/db/mail/owed-mails'
import { nameKeyOf } from '@/lib/accounts/names/name'
import { requestResetSchema } from '@/lib/accounts/schema'
import { type Outcome, refuse } from '@/lib/errors'
import { enqueue } from '@/lib/jobs/enqueue'
import { lookUpKey } from '@/lib/jobs/keys'
import { parseAddress } from '@/lib/mail/address'
import { canSendMail } from '@/lib/mail/send-mail'
import { codes } from '@/lib/messages/codes'
import { type Context, operation } from '@/lib/operations/operation'
import type { Actor } from '@/lib/policy/actor'
import { resetLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'

/** Does what both requests do: writes down what was typed; a job looks it up. */
async function request(
  isToSignIn: boolean,
  who: string,
  { clientInfo, commit }: Pick<Context<Actor>, 'clientInfo' | 'commit'>,
): Promise<Outcome> {
  if (!canSendMail()) return refuse('not_found', codes().accounts.refused.notFound)
  const nameKey = nameKeyOf(who)
  const tooMany = await withinLimits(resetLimits(nameKey, clientInfo.network))
  if (tooMany) return tooMany
  await commit(async ({ tx }) => {
    const requestId = await insertResetRequest(tx, { nameKey, email: parseAddress(who), isToSignIn })
    enqueue(tx, 'look-up-reset', { requestId }, { key: lookUpKey(requestId) })
    return {}
  })
  return { ok: true }
}

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
  run: (context, { who }) => request(false, who, context),
})

/** Sends a link that signs in, for a quarter of an hour, in the same way. */
export const requestSignInLink = operation({
  name: 'account.request-sign-in-link',
  who: 'entrance',
  input: requestResetSchema,
  audits: { nothing: 'whether there is such an account is nobody’s to know' },
  run: (context, { who }) => request(true, who, context),
})
