import { setSubmissionState } from '@/db/submissions/submissions'
import { operation } from '@/lib/operations/operation'
import { actorNow } from '@/lib/policy/actor-now'
import { ownSchema } from '@/lib/submissions/own-schema'
import { lockOwn } from './own'

/**
 * Takes a submission of one's own back before it is decided; `reopen` undoes it. Refuses what was decided or sent since
 * the author looked.
 */
export const withdraw = operation({
  name: 'submission.withdraw',
  who: 'account',
  input: ownSchema,
  audits: ['submission.withdraw'],
  announces: ['submission.withdrawn'],
  idempotency: ({ key, ...seen }) => ({ key, body: { withdraw: seen } }),
  run: ({ actor: by, commit }, { key: _, ...seen }) =>
    commit(async ({ tx, audited, happened }) => {
      const actor = await actorNow(tx, by.id)
      const { submission, roundNumber } = await lockOwn(tx, actor, 'withdraw', seen)
      await setSubmissionState(tx, submission.id, 'withdrawn')
      const detail = { submission: submission.id, round: roundNumber }
      audited('submission.withdraw', { accountId: actor.id, detail })
      happened({ name: 'submission.withdrawn', submissionId: submission.id })
      return { outcome: 'withdrawn' as const }
    }),
})
