import { findToken, takeToken } from '@/db/accounts/account-tokens'
import { lockCredentials } from '@/db/accounts/credentials'
import { primary } from '@/db/postgres/client'
import { signInByLinkSchema } from '@/lib/accounts/schema'
import { withoutTicket } from '@/lib/accounts/second-step/admit'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { networkSignInLimits } from '@/lib/rate-limit/limits'
import { idOfSecret } from '@/lib/secret'

/**
 * The account whose confirmed address the link was sent to; it is used up. Where the account has a second step, the
 * link stands for the first, and is used up by the right code: refused with `second_step` at `code` until then. Refused
 * when the link is no longer valid.
 */
export const signInByLink = operation({
  name: 'account.sign-in-by-link',
  who: 'entrance',
  input: signInByLinkSchema,
  audits: { nothing: 'sessions are their account’s own' },
  limits: (_, { network }) => networkSignInLimits(network),
  run: async ({ clientInfo, commit }, { token, code = '' }) => {
    const id = idOfSecret(token)
    const found = await findToken(primary(), id, 'sign_in')
    if (!found) return linkExpired()
    const not = await withoutTicket(found.accountId, { code, field: 'code' }, clientInfo)
    if (not) return not
    return commit(async ({ tx, madeBy }) => {
      const account = await lockCredentials(tx, found.accountId)
      const taken = await takeToken(tx, id, 'sign_in')
      if (!account || !taken || account.email !== taken.email) throw new RefusalError(linkExpired())
      madeBy(account.id)
      return { accountId: account.id }
    })
  },
})

const linkExpired = () => refuse('not_found', codes().ownAccount.link.used)
