import { lockAccount } from '@/db/accounts/blocks'
import { moveWords } from '@/db/talk/own-words'
import { tags } from '@/lib/cache/tags'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { paths } from '@/lib/routes'
import { withdrawOwnWordsSchema } from './schema'

/**
 * Takes back one's own words, those that wait or those that are shown; also who is blocked or trusted no more may. Refused
 * where there are none.
 */
export const withdrawOwnWords = operation({
  name: 'own-words.withdraw',
  who: 'account',
  input: withdrawOwnWordsSchema,
  audits: { nothing: 'whoever wrote them did it, and everybody may stop speaking' },
  announces: ['own-words.withdrawn'],
  run: ({ actor, commit }, { which }) =>
    commit(async ({ tx, happened, changed }) => {
      const accountId = actor.id
      await lockAccount(tx, accountId)
      if (!(await moveWords(tx, accountId, which, 'withdrawn')))
        throw new RefusalError(refuse('already_decided', codes().ownWords.refused.nothingThere))
      happened({ name: 'own-words.withdrawn', accountId })
      const event = which === 'shown' ? await changed([tags.ownWords(accountId)]) : null
      return { event, path: paths.ownWords() }
    }),
})
