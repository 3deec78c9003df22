import { insertDecision } from '@/db/review/decisions'
import { setSubmissionState } from '@/db/submissions/submissions'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { turnDownSchema } from '@/lib/review/decision-schema'
import { lockWaiting } from './waiting'

/** What a decision that a submission is not published as it is leaves behind. */
const verdicts = {
  decline: { act: 'submission.decline', event: 'submission.declined', state: 'declined' },
  request_changes: {
    act: 'submission.request-changes',
    event: 'submission.changes-requested',
    state: 'changes_requested',
  },
} as const

/** Declines the round of a submission that was looked at, with a reason that its author sees. */
export const decline = turningDown('decline')

/** Gives the round of a submission that was looked at back to its author, with what should be different. */
export const requestChanges = turningDown('request_changes')

/** Refuses when the round was decided or amended before, without a reason, and where the rules say no. */
function turningDown<V extends keyof typeof verdicts>(verdict: V) {
  const { act, event, state } = verdicts[verdict]
  return operation({
    name: act,
    who: 'account',
    input: turnDownSchema,
    audits: [act],
    announces: [event],
    idempotency: ({ key, reason, ...seen }) => ({ key, body: { [verdict]: seen, why: reason.trim() } }),
    run: async ({ actor: by, commit }, request) => {
      const reason = reasonIn(request)
      return commit(async ({ tx, audited, happened }) => {
        const { submission, roundId, roundNumber, actor } = await lockWaiting(tx, by, request)
        const { id: submissionId, authorId: accountId } = submission
        await insertDecision(tx, { roundId, verdict, byId: actor.id, reason })
        await setSubmissionState(tx, submissionId, state)
        audited(act, { accountId, detail: { submission: submissionId, round: roundNumber }, reason })
        happened({ name: event, submissionId })
        return { outcome: state }
      })
    },
  })
}

function reasonIn({ reason }: { reason: string }): string {
  const trimmed = reason.trim()
  if (trimmed !== '') return trimmed
  throw new RefusalError(
    refuse('invalid', codes().writing.reasonMissing, { reason: codes().writing.reasonMissing }),
  )
}
