import { updateRole } from '@/db/accounts/accounts'
import { tags } from '@/lib/cache/tags'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { isOnStep } from '@/lib/policy/rank'
import { paths } from '@/lib/routes'
import { lockPerson } from './lock-person'
import { setRoleSchema } from './schema'

/**
 * Gives an account another role, from its next request on; the public log says who did it and why. Owners may do this
 * to those below them. Gives the cache event and the account's page. Refused when the account has the role already.
 */
export const setRole = operation({
  name: 'account.set-role',
  who: 'account',
  input: setRoleSchema,
  audits: ['account.appoint'],
  announces: ['account.role-changed'],
  run: ({ actor: by, commit }, { accountId, role, reason }) =>
    commit(async ({ tx, audited, happened, changed }) => {
      const { person } = await lockPerson(tx, by, 'setRole', accountId)
      if (isOnStep(person, role))
        throw new RefusalError(refuse('no_change', codes().accounts.setRole.already))
      await updateRole(tx, accountId, role)
      audited('account.appoint', { accountId, detail: { role, was: person.role }, reason })
      happened({ name: 'account.role-changed', accountId })
      const event = await changed([tags.account(accountId)])
      return { event, path: paths.person(accountId) }
    }),
})
