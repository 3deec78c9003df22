import { findIdentity, noteIdentityUsed } from '@/db/accounts/outside-identities'
import { primary } from '@/db/postgres/client'
import { admit } from '@/lib/accounts/second-step/admit'
import { refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { networkSignInLimits } from '@/lib/rate-limit/limits'
import { outsideSchema } from './outside-schema'

/**
 * The account that an account at another site is linked to, found by that site and the id there, never by an address.
 * Refused with `not_found` where it is linked to none, with `second_step` where a code is needed besides. For the answer
 * of another site only, which was checked (`readAnswer`): no form and no JSON leads here.
 */
export const enterOutside = operation({
  name: 'account.sign-in-outside',
  who: 'entrance',
  input: outsideSchema,
  audits: { nothing: 'sessions are their account’s own' },
  limits: (_, { network }) => networkSignInLimits(network),
  run: async (_, outside) => {
    const accountId = await findIdentity(primary(), outside)
    if (accountId === null) return refuse('not_found', codes().accounts.refused.notFound)
    await noteIdentityUsed(primary(), outside)
    return admit(accountId)
  },
})
