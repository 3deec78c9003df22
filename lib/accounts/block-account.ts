import { findActor } from '@/db/accounts/actors'
import { insertBlock } from '@/db/accounts/blocks'
import { tags } from '@/lib/cache/tags'
import { RefusalError, refuse } from '@/lib/errors'
import { enqueue } from '@/lib/jobs/enqueue'
import { endBlockKey } from '@/lib/jobs/keys'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { paths } from '@/lib/routes'
import { blockDays } from './block-lengths'
import { lockPerson } from './lock-person'
import { blockSchema } from './schema'

const DAY = 86_400_000

/**
 * Blocks an account from writing, from its next request on; it stays signed in so that it can read why. Moderators
 * block those below them. Gives the cache event and the account's page. Refused when the account is blocked already.
 */
export const blockAccount = operation({
  name: 'account.block',
  who: 'account',
  input: blockSchema,
  audits: ['account.block'],
  announces: ['account.blocked'],
  run: ({ actor: by, commit }, { accountId, reason, rule, length }) =>
    commit(async ({ tx, audited, happened, changed }) => {
      const { actor, person } = await lockPerson(tx, by, 'block', accountId)
      const blocked = await findActor(tx, person.id)
      if (blocked?.isBlocked)
        throw new RefusalError(refuse('already_decided', codes().accounts.block.already))
      const days = blockDays[length]
      const blockId = await insertBlock(tx, {
        accountId,
        byId: actor.id,
        reason,
        days,
        ...(rule && { rule }),
      })
      if (days !== null) {
        const runAt = new Date(Date.now() + days * DAY)
        enqueue(tx, 'end-block', { blockId }, { key: endBlockKey(blockId), runAt })
      }
      audited('account.block', { accountId, detail: { blockId, days, ...(rule && { rule }) }, reason })
      happened({ name: 'account.blocked', accountId })
      const event = await changed([tags.account(accountId)])
      return { event, path: paths.person(accountId) }
    }),
})
