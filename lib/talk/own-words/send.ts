import { lockAccount } from '@/db/accounts/blocks'
import { findNewestWords, insertOwnWords, moveWords } from '@/db/talk/own-words'
import { tags } from '@/lib/cache/tags'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { actorNow } from '@/lib/policy/actor-now'
import { authorize, can } from '@/lib/policy/policy'
import { ownWordsLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'
import { paths } from '@/lib/routes'
import { sendOwnWordsSchema } from './schema'

/**
 * Says something of oneself, in place of what waits. A moderator looks at it first, and what is shown stays until then; a
 * moderator's own is shown at once. Refused where the newest version says so already.
 */
export const sendOwnWords = operation({
  name: 'own-words.send',
  who: 'account',
  input: sendOwnWordsSchema,
  audits: { nothing: 'each version is a record of its own' },
  announces: ['own-words.sent', 'own-words.passed'],
  run: async ({ actor: by, commit }, { words }) => {
    authorize(by, 'writeOwnWords')
    const tooMany = await withinLimits(ownWordsLimits(by.id))
    if (tooMany) return tooMany
    return commit(async ({ tx, happened, changed }) => {
      await lockAccount(tx, by.id)
      const actor = await actorNow(tx, by.id)
      authorize(actor, 'writeOwnWords')
      const accountId = actor.id
      const before = await findNewestWords(tx, accountId)
      const newest = (['waiting', 'shown'] as const).flatMap(
        (state) => before.find((row) => row.state === state) ?? [],
      )[0]
      if (newest?.words === words)
        throw new RefusalError(refuse('already_decided', codes().talk.refused.noChange))
      await moveWords(tx, accountId, 'waiting', 'withdrawn')
      const path = paths.ownWords()
      if (!can(actor, 'moderate')) {
        await insertOwnWords(tx, { accountId, words, state: 'waiting' })
        happened({ name: 'own-words.sent', accountId })
        return { event: null, path }
      }
      await moveWords(tx, accountId, 'shown', 'replaced')
      await insertOwnWords(tx, { accountId, words, state: 'shown' })
      happened({ name: 'own-words.passed', accountId })
      return { event: await changed([tags.ownWords(accountId)]), path }
    })
  },
})
