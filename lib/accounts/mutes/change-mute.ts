import { z } from 'zod'
import { findAccountCard } from '@/db/accounts/accounts'
import { findMutedIds, setMuted } from '@/db/accounts/mutes'
import { RefusalError, refuse } from '@/lib/errors'
import { postedId } from '@/lib/input/numbers'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { paths } from '@/lib/routes'

/** So many people an account mutes at most. */
export const MOST_MUTED = 200

export const muteSchema = z.object({ accountId: postedId, on: z.enum(['yes', 'no']) })

/**
 * Begins to mute somebody, or ends it: their words are folded, and nothing of theirs is told. They are not told. Refused
 * for oneself, for who is not there, and beyond 200. Doing it again changes nothing.
 */
export const changeMute = operation({
  name: 'mute.change',
  who: 'account',
  input: muteSchema,
  audits: { nothing: 'whom somebody mutes is theirs alone to know' },
  run: ({ actor, commit }, { accountId, on }) =>
    commit(async ({ tx }) => {
      const texts = codes().safety.mute
      if (accountId === actor.id) throw new RefusalError(refuse('invalid', texts.oneself))
      if (on === 'yes') {
        const card = await findAccountCard(tx, accountId)
        if (!card?.isPerson) throw new RefusalError(refuse('not_found', codes().accounts.refused.notFound))
        if ((await findMutedIds(tx, actor.id, MOST_MUTED)).length >= MOST_MUTED)
          throw new RefusalError(refuse('invalid', texts.tooMany(MOST_MUTED)))
      }
      await setMuted(tx, actor.id, accountId, on === 'yes')
      return { path: paths.muted() }
    }),
})
