import { findWithholding, liftWithholding } from '@/db/withholding/withholdings'
import { lockEntry } from '@/lib/entries/lock-entry'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { authorize, can } from '@/lib/policy/policy'
import { liftSchema } from './schema'
import { abilityFor } from './strength'
import { announceWithheld } from './withhold'

/**
 * Shows again what was hidden or suppressed; everybody who might withhold it may. Gives the cache event and the entry.
 * Refused for what was erased, and when it is shown again already.
 */
export const liftWithheld = operation({
  name: 'entry.lift-withholding',
  who: 'account',
  input: liftSchema,
  audits: ['entry.unhide', 'entry.unsuppress'],
  announces: ['entry.unhidden', 'entry.unsuppressed'],
  run: ({ actor: by, commit }, { withholdingId, reason }) =>
    commit(async (writing) => {
      const { tx, audited, happened } = writing
      authorize(by, 'withhold')
      const found = await findWithholding(tx, withholdingId)
      // Who may not suppress does not learn what is suppressed.
      if (!found || !can(by, abilityFor(found.strength)))
        throw new RefusalError(refuse('not_found', codes().withholding.notFound))
      const { entryId, strength, part, fromNumber: from, toNumber: to } = found
      await lockEntry(tx, by, abilityFor(strength), entryId)
      if (strength === 'erased')
        throw new RefusalError(refuse('not_allowed', codes().withholding.erasedStays))
      if (!(await liftWithholding(tx, withholdingId)))
        throw new RefusalError(refuse('already_decided', codes().withholding.lift.already))
      const act = strength === 'hidden' ? 'entry.unhide' : 'entry.unsuppress'
      audited(act, { entryId, detail: { from, to, parts: [part] }, reason })
      happened({ name: `entry.un${strength}`, entryId })
      return { event: await announceWithheld(writing, entryId, { from, to }), entryId }
    }),
})
