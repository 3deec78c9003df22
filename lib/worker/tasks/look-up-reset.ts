import { findResettable, lockCredentials } from '@/db/accounts/credentials'
import { findResetRequest, settleResetRequest } from '@/db/mail/owed-mails'
import { primary, transaction } from '@/db/postgres/client'
import { oweMail } from '@/lib/mail/owe-mail'
import { mailLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'

/** Looks whose the name or address is that a new password was asked for, and has a link sent to each confirmed address. */
export async function lookUpReset({ requestId }: { requestId: number }): Promise<void> {
  const asked = await findResetRequest(primary(), requestId)
  if (!asked) return
  const accounts = await findResettable(primary(), asked)
  // Whoever it is of is not to be flooded; and whoever asks is not told.
  const tooMany = await Promise.all(accounts.map(({ id }) => withinLimits(mailLimits(id))))
  const mailed = accounts.filter((_, at) => !tooMany[at]).sort((one, other) => one.id - other.id)
  await transaction(async (tx) => {
    if (!(await settleResetRequest(tx, requestId))) return
    for (const { id, email } of mailed) {
      const account = await lockCredentials(tx, id)
      if (account?.email === email) await oweMail(tx, 'reset_password', { accountId: id, address: email })
    }
  })
}
