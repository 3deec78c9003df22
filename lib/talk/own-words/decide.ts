import { lockAccount } from '@/db/accounts/blocks'
import { decideWordsRow, findOwnWords, moveWords } from '@/db/talk/own-words'
import { tags } from '@/lib/cache/tags'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { actorNow } from '@/lib/policy/actor-now'
import { authorize } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'
import { decideOwnWordsSchema } from './schema'

/**
 * Lets somebody's waiting words be shown, in place of those that are; or declines them, or takes away those that are
 * shown, with a reason that their author reads. Refused where somebody was faster.
 */
export const decideOwnWords = operation({
  name: 'own-words.decide',
  who: 'account',
  input: decideOwnWordsSchema,
  audits: ['own-words.pass', 'own-words.decline'],
  announces: ['own-words.passed', 'own-words.declined'],
  run: ({ actor: by, commit }, input) =>
    commit(async ({ tx, audited, happened, changed }) => {
      const { wordsId } = input
      const texts = codes().ownWords.refused
      authorize(by, 'decideOwnWords')
      const found = await findOwnWords(tx, wordsId)
      if (!found) throw new RefusalError(refuse('not_found', texts.notFound))
      const { accountId } = found
      await lockAccount(tx, accountId)
      const actor = await actorNow(tx, by.id)
      authorize(actor, 'decideOwnWords', { authorId: accountId })
      const state = (await findOwnWords(tx, wordsId))?.state
      const isPass = input.verdict === 'pass'
      if (state !== 'waiting' && (isPass || state !== 'shown'))
        throw new RefusalError(refuse('already_decided', texts.alreadyDecided))
      const about = { accountId, detail: { words: wordsId } }
      if (isPass) {
        await moveWords(tx, accountId, 'shown', 'replaced')
        await decideWordsRow(tx, wordsId, { state: 'shown', byId: actor.id, reason: null })
        audited('own-words.pass', about)
        happened({ name: 'own-words.passed', accountId })
      } else {
        await decideWordsRow(tx, wordsId, { state: 'declined', byId: actor.id, reason: input.reason })
        audited('own-words.decline', { ...about, reason: input.reason })
        happened({ name: 'own-words.declined', accountId })
      }
      const isSeen = isPass || state === 'shown'
      const event = isSeen ? await changed([tags.ownWords(accountId)], { isWithholding: !isPass }) : null
      return { event, path: state === 'shown' ? paths.person(accountId) : paths.heldComments() }
    }),
})
