import { answerAppealRow, countOthersOfRoles, lockAppeal } from '@/db/accounts/appeals'
import { liftBlock } from '@/db/accounts/blocks'
import { lockPerson } from '@/lib/accounts/lock-person'
import { tags } from '@/lib/cache/tags'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { messages } from '@/lib/messages/messages'
import { operation } from '@/lib/operations/operation'
import { mayAnswerAppeal, rolesThatUnblock } from '@/lib/policy/appeals'
import { authorize } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'
import { answerAppealSchema } from './appeal-schema'

/**
 * Answers an appeal: the block is lifted, or stays. By somebody other than who set the block, as long as there is
 * anybody; the account is told. Refused where it is answered already.
 */
export const answerAppeal = operation({
  name: 'appeal.answer',
  who: 'account',
  input: answerAppealSchema,
  audits: ['appeal.answer', 'account.unblock'],
  announces: ['appeal.answered', 'account.unblocked'],
  run: ({ actor: by, commit }, { appealId, outcome, answer }) =>
    commit(async ({ tx, audited, happened, changed }) => {
      const texts = codes().safety.appeal.queue
      authorize(by, 'block')
      const found = await lockAppeal(tx, appealId)
      if (!found) throw new RefusalError(refuse('not_found', texts.notFound))
      const { accountId, blockedById } = found
      const { actor, person } = await lockPerson(tx, by, 'block', accountId)
      const others = await countOthersOfRoles(tx, rolesThatUnblock(person), blockedById)
      if (!mayAnswerAppeal(actor, { person, blockedById, others }))
        throw new RefusalError(refuse('not_allowed', texts.own))
      if (found.answeredAt) throw new RefusalError(refuse('already_decided', texts.answered))
      await answerAppealRow(tx, appealId, { byId: actor.id, outcome, answer })
      audited('appeal.answer', { accountId, detail: { appeal: appealId, outcome } })
      happened({ name: 'appeal.answered', accountId })
      const path = paths.appeals()
      if (outcome === 'stays') return { event: null, path }
      const blockId = await liftBlock(tx, accountId, actor.id)
      if (blockId !== null) {
        audited('account.unblock', {
          accountId,
          detail: { blockId },
          reason: messages().safety.appeal.queue.reason,
        })
        happened({ name: 'account.unblocked', accountId })
      }
      return { event: await changed([tags.account(accountId)]), path }
    }),
})
