import { transaction } from '@/db/client'
import { findCredentials, updateRole } from '@/db/queries/accounts'
import { nameKeyOf } from '@/lib/accounts/names/name'
import { audit } from '@/lib/audit'
import { announce } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'
import { type Outcome, RefusalError, refusable } from '@/lib/errors'
import { recordEvent } from '@/lib/events/record-event'
import type { Role } from '@/lib/policy/actor'
import { createAccount } from './create-account'

/**
 * Gives the account of this name a role, on the word of whoever runs the machine; makes the account when nobody has
 * the name, with the password that `makePassword` gives. Tells whether it is new; refused as `createAccount` refuses.
 */
export function appoint(
  name: string,
  role: Role,
  makePassword: () => Promise<string>,
): Promise<Outcome<{ id: number; isNew: boolean }>> {
  return refusable(async () => {
    const isNew = !(await transaction((tx) => findCredentials(tx, nameKeyOf(name))))
    const password = isNew ? await makePassword() : ''
    return transaction(async (tx) => {
      const made = isNew ? await createAccount(tx, { name, password, role }) : undefined
      if (made && !made.ok) throw new RefusalError(made)
      const id = made?.id ?? (await findCredentials(tx, nameKeyOf(name)))?.id
      if (id === undefined) throw new Error(`the account ${name} has gone`)
      await updateRole(tx, id, role)
      // Nobody is signed in at the machine itself: the record names the account, and where it was done.
      await audit(tx, {
        actor: { id },
        act: 'account.appoint',
        accountId: id,
        detail: { role, isNew, from: 'machine' },
      })
      recordEvent(tx, { name: 'account.role-changed', actorId: null, accountId: id })
      await announce(tx, [tags.account(id)])
      return { ok: true as const, id, isNew }
    })
  })
}
