import { operation } from '@/lib/operations/operation'
import { turnDownSchema } from '@/lib/review/decision-schema'
import { onceOfTurnDown, reasonIn, turnDown } from './turn-down'

/**
 * Gives the round of a submission that was looked at back to its author, with what should be different. Refuses when it
 * was decided or amended before, without a reason, and where the rules say no.
 */
export const requestChanges = operation({
  name: 'submission.request-changes',
  who: 'account',
  input: turnDownSchema,
  audits: ['submission.request-changes'],
  announces: ['submission.changes-requested'],
  once: (request) => onceOfTurnDown('request_changes', request),
  run: async ({ actor, commit }, request) => {
    const why = reasonIn(request)
    return commit(async ({ tx, audited, happened }) => {
      const { outcome, recorded } = await turnDown(tx, 'request_changes', actor, { ...request, why })
      audited('submission.request-changes', recorded)
      happened({ name: 'submission.changes-requested', submissionId: request.submissionId })
      return { outcome }
    })
  },
})
