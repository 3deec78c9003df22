import { z } from 'zod'
import { updateName } from '@/db/accounts/accounts'
import { lockAccount } from '@/db/accounts/blocks'
import {
  type Deletion,
  disownHeldNames,
  emptyAccount,
  lockDueDeletion,
  settleDeletion,
} from '@/db/own-data/deletions'
import { removeOwnRows } from '@/db/own-data/remove'
import type { Tx } from '@/db/postgres/client'
import { holdName, turnsForNames } from '@/lib/accounts/names/hold-name'
import { nameKeyOf } from '@/lib/accounts/names/name'
import { tags } from '@/lib/cache/tags'
import { postedId } from '@/lib/input/numbers'
import { enqueue } from '@/lib/jobs/enqueue'
import { LIST_DELETIONS_KEY } from '@/lib/jobs/keys'
import { operation } from '@/lib/operations/operation'
import { neutralName } from './neutral-name'

/**
 * Deletes an account whose time has come. What is its owner's alone is removed first, in steps that may be repeated; then,
 * in one transaction, ways in and address go, and what stays has a neutral name from then on, everywhere at once, or keeps
 * its name. Nobody can take that name again. Does nothing where the deletion is not due, was taken back, or is done.
 */
export const finishDeletion = operation({
  name: 'account.finish-deletion',
  who: 'system',
  input: z.object({ accountId: postedId }),
  audits: ['account.delete'],
  announces: ['account.deleted'],
  run: async ({ commit }, { accountId }) => {
    await removeOwnRows(accountId, async (tx) => (await lockDueDeletion(tx, accountId)) !== null)
    return commit(async ({ tx, audited, happened, changed }) => {
      const person = await lockAccount(tx, accountId)
      const due = person && (await lockDueDeletion(tx, accountId))
      if (!due) return {}
      const name = await nameThatStays(tx, person, due)
      await disownHeldNames(tx, accountId)
      await emptyAccount(tx, accountId)
      await settleDeletion(tx, accountId, name)
      audited('account.delete', { byId: accountId, accountId })
      happened({ name: 'account.deleted', accountId })
      enqueue(tx, 'list-deletions', {}, { key: LIST_DELETIONS_KEY })
      return { event: await changed([tags.account(accountId)], { isWithholding: true }) }
    })
  },
})

/** Gives the account its neutral name, another one where somebody has that by now; null where it keeps its own. */
async function nameThatStays(
  tx: Tx,
  person: { id: number; name: string },
  due: Deletion,
): Promise<string | null> {
  if (due.neutralName === null) return null
  const left = nameKeyOf(person.name)
  for (let name = due.neutralName; ; name = neutralName()) {
    const nameKey = nameKeyOf(name)
    await turnsForNames(tx, nameKey, left)
    if (!(await updateName(tx, person.id, { name, nameKey }))) continue
    if (left !== nameKey) await holdName(tx, left, null, 'for good')
    return name
  }
}
