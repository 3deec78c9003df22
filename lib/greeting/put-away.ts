import { putGreetingAway } from '@/db/me/greeting'
import { operation } from '@/lib/operations/operation'
import { paths } from '@/lib/routes'
import { putAwaySchema } from './schema'

/** Puts one's greeting away for good. Doing it again changes nothing. */
export const putAway = operation({
  name: 'greeting.put-away',
  who: 'account',
  input: putAwaySchema,
  audits: { nothing: 'how somebody’s own pages look is theirs alone to know' },
  run: ({ actor, commit }, { at }) =>
    commit(async ({ tx }) => {
      await putGreetingAway(tx, actor.id)
      return { path: at === 'news' ? paths.news() : paths.submissions() }
    }),
})
