import { findResettable, lockCredentials } from '@/db/accounts/credentials'
import { findResetRequest, settleResetRequest } from '@/db/mail/owed-mails'
import { primary, transaction } from '@/db/postgres/client'
import { queueMail } from '@/lib/mail/queue-mail'
import { mailLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'

/**
 * Looks up the accounts of the name or address that a link was requested for, to set a new password or to sign in, and
 * queues one to each confirmed address.
 */
export async function lookUpReset({ requestId }: { requestId: number }): Promise<void> {
  const asked = await findResetRequest(primary(), requestId)
  if (!asked) return
  const accounts = await findResettable(primary(), asked)
  // Over the limit, or unknown: nothing is sent, and whoever asks learns nothing.
  const tooMany = await Promise.all(accounts.map(({ id }) => withinLimits(mailLimits(id))))
  const mailed = accounts.filter((_, at) => !tooMany[at]).sort((one, other) => one.id - other.id)
  const purpose = asked.isToSignIn ? 'sign_in' : 'reset_password'
  await transaction(async (tx) => {
    if (!(await settleResetRequest(tx, requestId))) return
    for (const { id, email } of mailed) {
      const account = await lockCredentials(tx, id)
      if (account?.email === email) await queueMail(tx, purpose, { accountId: id, address: email })
    }
  })
}
