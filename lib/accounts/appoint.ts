import { findCredentials, updateRole } from '@/db/accounts/accounts'
import { primary } from '@/db/postgres/client'
import { nameKeyOf } from '@/lib/accounts/names/name'
import { tags } from '@/lib/cache/tags'
import { RefusalError } from '@/lib/errors'
import { operation } from '@/lib/operations/operation'
import { createAccount } from './create-account'
import { appointSchema } from './schema'

/** Whether an account has this name. */
export const isNamed = async (name: string): Promise<boolean> =>
  (await findCredentials(primary(), nameKeyOf(name))) !== null

/**
 * Gives the account of this name a role, on behalf of whoever runs the server; creates the account, with `password`,
 * when nobody has the name. Tells whether it is new; refused as `createAccount` refuses.
 */
export const appoint = operation({
  name: 'account.appoint',
  who: 'system',
  input: appointSchema,
  audits: ['account.appoint'],
  announces: ['account.role-changed'],
  run: ({ commit }, { name, role, password }) =>
    commit(async ({ tx, audited, happened, changed }) => {
      const known = await findCredentials(tx, nameKeyOf(name))
      const made = known ?? (await createAccount(tx, { name, password, role }))
      if ('ok' in made && !made.ok) throw new RefusalError(made)
      const [id, isNew] = [made.id, known === null]
      await updateRole(tx, id, role)
      // Nobody is signed in on the server itself: the record names the account, and that it was done there.
      audited('account.appoint', { byId: id, accountId: id, detail: { role, isNew, from: 'machine' } })
      happened({ name: 'account.role-changed', accountId: id })
      await changed([tags.account(id)])
      return { id, isNew }
    }),
})
