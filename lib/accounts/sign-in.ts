import { findCredentials } from '@/db/accounts/accounts'
import { primary } from '@/db/postgres/client'
import { nameKeyOf } from '@/lib/accounts/names/name'
import { isPassword } from '@/lib/accounts/passwords/password'
import { admit, admitByCode } from '@/lib/accounts/second-step/admit'
import { refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { signInLimits } from '@/lib/rate-limit/limits'
import { resetLimits } from '@/lib/rate-limit/within-limits'
import { signInSchema } from './schema'

/**
 * The account with this name and password. A wrong password and an unknown name get the same answer after the same
 * work, and count against the same limits, so that nothing tells whether there is such an account. Refused with
 * `second_step` and a ticket where the account has a second step (`admit`); then the ticket and a code sign in.
 */
export const checkSignIn = operation({
  name: 'account.sign-in',
  who: 'entrance',
  input: signInSchema,
  audits: { nothing: 'sessions are their account’s own' },
  limits: ({ name }, { network }) => signInLimits(nameKeyOf(name), network).all,
  run: async ({ clientInfo }, { name, password, ticket, code = '' }) => {
    if (ticket) return admitByCode(ticket, code, clientInfo)
    const nameKey = nameKeyOf(name)
    const found = await findCredentials(primary(), nameKey)
    const isTheirs = await isPassword(password, found?.passwordHash ?? null)
    if (!found || !isTheirs) return refuse('wrong_credentials', codes().accounts.signIn.wrong)
    await resetLimits(signInLimits(nameKey, clientInfo.network).ofName)
    return admit(found.id)
  },
})
