import { transaction } from '@/db/client'
import { insertResetRequest } from '@/db/queries/owed-mails'
import { nameKeyOf } from '@/lib/accounts/names/name'
import { type Outcome, refuse } from '@/lib/errors'
import { enqueue } from '@/lib/jobs/enqueue'
import { parseAddress } from '@/lib/mail/address'
import { canSendMail } from '@/lib/mail/send-mail'
import { messages } from '@/lib/messages/messages'
import { resetLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'

/**
 * Sends a link that replaces the password to the confirmed address of whoever this name, or address, is of. Always
 * answers the same, and before anything is looked up, which a job does: neither the answer nor its time tells whether
 * there is such an account. Refused only when asked too often, and where no mail is.
 */
export async function requestReset({ who }: { who: string }, network: string | null): Promise<Outcome> {
  if (!canSendMail()) return refuse('not_found', messages().accounts.refused.notFound)
  const tooMany = await withinLimits(resetLimits(nameKeyOf(who), network))
  if (tooMany) return tooMany
  await transaction(async (tx) => {
    const requestId = await insertResetRequest(tx, { nameKey: nameKeyOf(who), email: parseAddress(who) })
    enqueue(tx, 'look-up-reset', { requestId }, { key: `look-up-reset ${requestId}` })
  })
  return { ok: true }
}
