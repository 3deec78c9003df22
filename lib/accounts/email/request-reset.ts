import { primary, transaction } from '@/db/client'
import { findResettable, lockCredentials, type Resettable } from '@/db/queries/credentials'
import { nameKeyOf } from '@/lib/accounts/names/name'
import { type Outcome, refuse } from '@/lib/errors'
import { later } from '@/lib/later'
import { parseAddress } from '@/lib/mail/address'
import { canSendMail } from '@/lib/mail/send-mail'
import { messages } from '@/lib/messages/messages'
import { mailLimits, resetLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'
import { mailReset, makeLink } from './send-links'

/**
 * Sends a link that replaces the password to the confirmed address of whoever this name, or address, is of. Always
 * answers the same, and before anything is looked up: neither the answer nor its time tells whether there is such an
 * account. Refused only when asked too often, and where no mail is.
 */
export async function requestReset({ who }: { who: string }, network: string | null): Promise<Outcome> {
  if (!canSendMail()) return refuse('not_found', messages().accounts.refused.notFound)
  const tooMany = await withinLimits(resetLimits(nameKeyOf(who), network))
  if (tooMany) return tooMany
  later('reset-password', async () => {
    const found = await findResettable(primary(), { nameKey: nameKeyOf(who), email: parseAddress(who) })
    for (const account of found) await sendReset(account)
  })
  return { ok: true }
}

async function sendReset({ id, name, email }: Resettable): Promise<void> {
  // Whoever it is of is not to be flooded; and whoever asks is not told.
  if (await withinLimits(mailLimits(id))) return
  const secret = await transaction(async (tx) => {
    const account = await lockCredentials(tx, id)
    return account?.email === email ? makeLink(tx, 'reset_password', { accountId: id, email }) : null
  })
  if (secret !== null) mailReset({ name, email }, secret)
}
