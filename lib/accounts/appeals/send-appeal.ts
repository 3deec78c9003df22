import { findLastAppeal, insertAppeal, lockStandingBlock } from '@/db/accounts/appeals'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { paths } from '@/lib/routes'
import { sendAppealSchema } from './appeal-schema'

/** So many days after an appeal the same block can be contested again. */
const DAYS_BETWEEN = 30

/** From when on a block can be contested again that was contested then. */
export const nextAppealFrom = (at: Date): Date => new Date(at.getTime() + DAYS_BETWEEN * 86_400_000)

/**
 * Contests one's own block: once, and again 30 days later. Refused where the account is not blocked, and where it has
 * said so already.
 */
export const sendAppeal = operation({
  name: 'appeal.send',
  who: 'account',
  input: sendAppealSchema,
  audits: { nothing: 'an appeal is its own record' },
  announces: ['appeal.sent'],
  run: ({ actor, commit }, { words }) =>
    commit(async ({ tx, happened }) => {
      const texts = codes().safety.appeal
      const blockId = await lockStandingBlock(tx, actor.id)
      if (blockId === null) throw new RefusalError(refuse('already_decided', texts.notBlocked))
      const last = await findLastAppeal(tx, actor.id)
      if (last && !last.answeredAt) throw new RefusalError(refuse('already_decided', texts.already))
      const from = last && nextAppealFrom(last.at)
      if (from && from > new Date())
        throw new RefusalError(refuse('too_many', texts.notYet(from.toISOString())))
      await insertAppeal(tx, { blockId, accountId: actor.id, words })
      happened({ name: 'appeal.sent', accountId: actor.id })
      return { path: paths.appeal() }
    }),
})
