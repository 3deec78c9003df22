import { insertIdentity } from '@/db/accounts/outside-identities'
import { insertPrepared } from '@/lib/accounts/create-account'
import { nameKeyOf, parseName } from '@/lib/accounts/names/name'
import { makeRecoveryCode } from '@/lib/accounts/passwords/recovery-code'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { signUpLimits } from '@/lib/rate-limit/limits'
import { outsideNameSchema } from './outside-schema'
import { openOutside } from './session-outside'

/**
 * Creates an account without a password for somebody who came from another site and has chosen a name; until then
 * nothing is kept. Gives its id and its recovery code, which the caller shows (`signUp`). Refused at `name`, where the
 * sealed answer of the site is too old, and where it is linked by now.
 */
export const signUpOutside = operation({
  name: 'account.sign-up-outside',
  who: 'entrance',
  input: outsideNameSchema,
  audits: { nothing: 'an account is its own record' },
  limits: ({ name }, { network }) => signUpLimits(nameKeyOf(name), network),
  run: async ({ commit }, { name: typed, newcomer }) => {
    const held = openOutside('newcomer', newcomer)
    if (!held) return refuse('not_found', codes().accounts.outside.failed.lost)
    const named = parseName(typed)
    if (!named.ok) return named
    const { name, nameKey } = named
    const { code, hash } = makeRecoveryCode()
    return commit(async ({ tx, madeBy }) => {
      const made = await insertPrepared(tx, { name, nameKey, passwordHash: null }, { recoveryHash: hash })
      if (!made.ok) throw new RefusalError(made)
      const { issuer, subject, label } = held
      if (!(await insertIdentity(tx, { issuer, subject, label, accountId: made.id })))
        throw new RefusalError(refuse('already_decided', codes().accounts.outside.isKnown))
      madeBy(made.id)
      return { accountId: made.id, recoveryCode: code }
    })
  },
})
