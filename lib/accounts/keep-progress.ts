import { z } from 'zod'
import { lockProgress, updateProgress } from '@/db/accounts/progress'
import { env } from '@/lib/env'
import { refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { mergeProgress } from '@/lib/progress/change-progress'
import { LONGEST_PROGRESS, parseProgress, printProgress, tokensOf } from '@/lib/progress/progress'
import { wikiMark } from '@/lib/progress/wiki-id'
import { keptProgress } from '@/lib/sessions/session-progress'
import { typed } from '@/lib/text/plain'

/** A value of the cookie, as a browser has it after a change there; empty where everything was taken back. */
const keepProgressSchema = z.strictObject({ progress: typed(LONGEST_PROGRESS) })

/**
 * Keeps in the account how far its owner is, as one of their devices says it now. What another device said later holds;
 * what only the account knows of then stays. Gives what is kept, as the cookie says it. Refused when the value is no
 * progress in this wiki.
 */
export const keepProgress = operation({
  name: 'account.keep-progress',
  who: 'account',
  input: keepProgressSchema,
  audits: { nothing: 'how far somebody has read is theirs alone to know' },
  run: async ({ actor, commit }, { progress }) => {
    const wiki = wikiMark(env.authSecret)
    const said = parseProgress(progress, wiki)
    if (!said && progress !== '') return refuse('invalid', codes().progress.odd)
    return commit(async ({ tx }) => {
      const kept = keptProgress(await lockProgress(tx, actor.id))
      const now = said && kept && kept.changedAt > said.changedAt ? mergeProgress(kept, said) : said
      await updateProgress(tx, actor.id, now && tokensOf(now).join('~'))
      return { progress: now ? printProgress(now, wiki) : '' }
    })
  },
})
