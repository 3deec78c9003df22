import { endSessionsOf } from '@/db/accounts/sessions'
import { insertDeletion } from '@/db/own-data/deletions'
import { takeTurn } from '@/db/postgres/locks'
import { nameKeyOf } from '@/lib/accounts/names/name'
import { lockProven, proveIdentity } from '@/lib/accounts/passwords/prove-identity'
import { RefusalError, refuse } from '@/lib/errors'
import { enqueue } from '@/lib/jobs/enqueue'
import { deletionKey, LIST_DELETIONS_KEY } from '@/lib/jobs/keys'
import { revokeLinks, tellDeletionAsked } from '@/lib/mail/queue-mail'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { actorNow } from '@/lib/policy/actor-now'
import { isLastOwner } from './last-owner'
import { neutralName } from './neutral-name'
import { deleteAccountSchema } from './schema'

/** For how many days somebody can take it back. */
export const DAYS_TO_KEEP = 14

/**
 * Asks for one's own account to be deleted in 14 days: it is signed out everywhere and can do nothing any more, and
 * nothing else changes until then (`finishDeletion`). For the blocked, too. Refused at `typedName` when that is not its
 * name, at `currentPassword` as everywhere, and to the last owner.
 */
export const deleteAccount = operation({
  name: 'account.delete',
  who: 'account',
  input: deleteAccountSchema,
  audits: ['account.ask-deletion'],
  run: async ({ actor, clientInfo, commit }, { typedName, currentPassword, stays }) => {
    const { deletion } = codes().ownData
    if (nameKeyOf(typedName) !== nameKeyOf(actor.name))
      return refuse('invalid', codes().accounts.checkMarked, { typedName: deletion.otherName })
    const proof = await proveIdentity(actor, currentPassword, clientInfo.network)
    if (!proof.ok) return proof
    return commit(async ({ tx, audited }) => {
      // Of two owners who go at the same moment, one stays.
      await takeTurn(tx, 'owners who go')
      const account = await lockProven(tx, proof)
      if (await isLastOwner(tx, await actorNow(tx, actor.id)))
        throw new RefusalError(refuse('not_allowed', deletion.lastOwner))
      const leavesAt = await insertDeletion(tx, {
        accountId: actor.id,
        neutralName: stays === 'name' ? null : neutralName(),
        days: DAYS_TO_KEEP,
      })
      await endSessionsOf(tx, actor.id)
      await revokeLinks(tx, actor.id)
      await tellDeletionAsked(tx, account)
      audited('account.ask-deletion', { accountId: actor.id })
      enqueue(
        tx,
        'delete-account',
        { accountId: actor.id },
        { key: deletionKey(actor.id), runAt: new Date(leavesAt.getTime() + 1_000) },
      )
      enqueue(tx, 'list-deletions', {}, { key: LIST_DELETIONS_KEY })
      return {}
    })
  },
})
