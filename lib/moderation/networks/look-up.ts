import { lockPerson } from '@/lib/accounts/lock-person'
import { lookUpSchema } from '@/lib/moderation/schema'
import { operation } from '@/lib/operations/operation'
import { paths } from '@/lib/routes'

/**
 * Lets who may block an account look for an hour at which accounts share a network with it, and records that they did and
 * why: owners read that, and the person finds in their own data that somebody looked. Gives the page with the answer.
 */
export const lookUpNetworks = operation({
  name: 'account.look-up-networks',
  who: 'account',
  input: lookUpSchema,
  audits: ['account.look-up-networks'],
  run: ({ actor: by, commit }, { accountId, reason }) =>
    commit(async ({ tx, audited }) => {
      await lockPerson(tx, by, 'block', accountId)
      audited('account.look-up-networks', { accountId, reason })
      return { path: paths.personNetworks(accountId) }
    }),
})
