import { liftBlock } from '@/db/accounts/blocks'
import { tags } from '@/lib/cache/tags'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { paths } from '@/lib/routes'
import { lockPerson } from './lock-person'
import { unblockSchema } from './schema'

/** Lifts the current block of an account; everybody who might block it may. Refused when it is not blocked. */
export const unblockAccount = operation({
  name: 'account.unblock',
  who: 'account',
  input: unblockSchema,
  audits: ['account.unblock'],
  announces: ['account.unblocked'],
  run: ({ actor: by, commit }, { accountId, reason }) =>
    commit(async ({ tx, audited, happened, changed }) => {
      const { actor } = await lockPerson(tx, by, 'block', accountId)
      const blockId = await liftBlock(tx, accountId, actor.id)
      if (blockId === null) throw new RefusalError(refuse('already_decided', codes().accounts.block.none))
      audited('account.unblock', { accountId, detail: { blockId }, reason })
      happened({ name: 'account.unblocked', accountId })
      const event = await changed([tags.account(accountId)])
      return { event, path: paths.person(accountId) }
    }),
})
