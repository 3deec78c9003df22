import { undoDeletion } from '@/db/own-data/deletions'
import { nothingSchema } from '@/lib/accounts/schema'
import { refuse } from '@/lib/errors'
import { enqueue } from '@/lib/jobs/enqueue'
import { LIST_DELETIONS_KEY } from '@/lib/jobs/keys'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'

/** Keeps one's own account, which is about to be deleted. Refused when it is too late, or nothing is to be taken back. */
export const keepAccount = operation({
  name: 'account.keep',
  who: 'account',
  isForLeaving: true,
  input: nothingSchema,
  audits: ['account.keep'],
  run: ({ actor, commit }) =>
    commit(async ({ tx, audited }) => {
      if (!(await undoDeletion(tx, actor.id)))
        return refuse('already_decided', codes().ownData.deletion.tooLate)
      audited('account.keep', { accountId: actor.id })
      enqueue(tx, 'list-deletions', {}, { key: LIST_DELETIONS_KEY })
      return {}
    }),
})
