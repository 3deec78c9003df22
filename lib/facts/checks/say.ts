import { removeCheck, saveCheck } from '@/db/facts/checks'
import { lockEntries } from '@/db/publishing/publishing'
import { tags } from '@/lib/cache/tags'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { actorNow } from '@/lib/policy/actor-now'
import { authorize, readScopeOf } from '@/lib/policy/policy'
import { checkLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'
import { findCitation } from './find-citation'
import { isOwnCitation } from './is-own'
import { type SaidCheck, sayCheckSchema, takeBackSchema } from './schema'

/**
 * Says of one citation of a fact whether the source says so, in the place of what the account said before. Gives the check.
 * Refused for what one wrote or brought oneself, and where the fact says something else by now.
 */
export const sayCheck = operation({
  name: 'check.say',
  who: 'account',
  input: sayCheckSchema,
  audits: { nothing: 'it stands beside the fact under their name' },
  run: async ({ actor: by, commit }, said) => {
    const tooMany = await withinLimits(checkLimits(by.id))
    if (tooMany) return tooMany
    return commit(async ({ tx, changed }) => {
      const actor = await actorNow(tx, by.id)
      const within = readScopeOf(actor)
      const seen = await findCitation(tx, within, said)
      // Until the end nothing else is published of it: what is read under the lock is what is checked.
      if (seen && seen !== 'changed') await lockEntries(tx, [seen.fact.row.id])
      const found = await findCitation(tx, within, said)
      if (!found) throw new RefusalError(refuse('not_found', codes().checks.notFound))
      if (found === 'changed') throw new RefusalError(refuse('conflict', codes().checks.changed))
      const { citation, headNumber } = found
      const { row } = found.fact
      const { source, locator } = citation
      const isOwn = await isOwnCitation(tx, { factId: row.id, source, locator, accountId: actor.id })
      authorize(actor, 'check', { isOwn })
      const { key, verdict } = said
      const checked = { factId: row.id, sourceId: source, key, revisionNumber: headNumber }
      const checkId = await saveCheck(tx, { ...checked, accountId: actor.id, verdict, ...howOf(said) })
      return { checkId, event: await changed([tags.entry(row.id), tags.checksBy(actor.id)]) }
    })
  },
})

/** Takes back what one said. Doing it again changes nothing. */
export const takeBackCheck = operation({
  name: 'check.take-back',
  who: 'account',
  input: takeBackSchema,
  audits: { nothing: 'what one said oneself is one’s own to take back' },
  run: ({ actor, commit }, { check }) =>
    commit(async ({ tx, changed }) => {
      const factId = await removeCheck(tx, { id: check, accountId: actor.id })
      return { event: factId === null ? null : await changed([tags.entry(factId), tags.checksBy(actor.id)]) }
    }),
})

function howOf({ passage, place, owned }: SaidCheck) {
  const words = place || passage || null
  if (owned) return { how: 'owned' as const, place: words }
  if (words === null) return { how: 'opened' as const, place: null }
  return { how: place ? ('place' as const) : ('passage' as const), place: words }
}
