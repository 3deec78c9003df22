import { findResettable, lockCredentials } from '@/db/accounts/credentials'
import { findResetRequest, settleResetRequest } from '@/db/mail/owed-mails'
import { primary, transaction } from '@/db/postgres/client'
import { queueMail } from '@/lib/mail/queue-mail'
import { mailLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'

/**
 * Looks up the accounts of the name or address that a password reset was requested for, and queues a link to each
 * confirmed address.
 */
export async function lookUpReset({ requestId }: { requestId: number }): Promise<void> {
  const asked = await findResetRequest(primary(), requestId)
  if (!asked) return
  const accounts = await findResettable(primary(), asked)
  // Over the limit, or unknown: nothing is sent, and whoever asks learns nothing.
  const tooMany = await Promise.all(accounts.map(({ id }) => withinLimits(mailLimits(id))))
  const mailed = accounts.filter((_, at) => !tooMany[at]).sort((one, other) => one.id - other.id)
  await transaction(async (tx) => {
    if (!(await settleResetRequest(tx, requestId))) return
    for (const { id, email } of mailed) {
      const account = await lockCredentials(tx, id)
      if (account?.email === email) await queueMail(tx, 'reset_password', { accountId: id, address: email })
    }
  })
}
