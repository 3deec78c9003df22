import { operation } from '@/lib/operations/operation'
import { turnDownSchema } from '@/lib/review/decision-schema'
import { onceOfTurnDown, reasonIn, turnDown } from './turn-down'

/**
 * Declines the round of a submission that was looked at, with a reason that its author sees. Refuses when it was
 * decided or amended before, without a reason, and where the rules say no.
 */
export const decline = operation({
  name: 'submission.decline',
  who: 'account',
  input: turnDownSchema,
  audits: ['submission.decline'],
  announces: ['submission.declined'],
  once: (request) => onceOfTurnDown('decline', request),
  run: async ({ actor, commit }, request) => {
    const why = reasonIn(request)
    return commit(async ({ tx, audited, happened }) => {
      const { outcome, recorded } = await turnDown(tx, 'decline', actor, { ...request, why })
      audited('submission.decline', recorded)
      happened({ name: 'submission.declined', submissionId: request.submissionId })
      return { outcome }
    })
  },
})
