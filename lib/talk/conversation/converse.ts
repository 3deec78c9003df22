import { findSubmission } from '@/db/submissions/submissions'
import { lockConversation } from '@/db/talk/threads'
import { operation } from '@/lib/operations/operation'
import { actorNow } from '@/lib/policy/actor-now'
import { authorize } from '@/lib/policy/policy'
import { commentLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'
import { paths } from '@/lib/routes'
import { mayConverse, requireToKnow } from '../in-thread'
import { anchorOf, saidPath } from '../place'
import { converseSchema } from '../schema'
import { announcedByWriting, type Written, writeComment } from '../write'

/**
 * Writes in the conversation of a submission, in whatever state that is: its author and those who moderate, and nobody
 * else reads it. Sent again under its key it is written once.
 */
export const converse = operation({
  name: 'submission.converse',
  who: 'account',
  input: converseSchema,
  audits: { nothing: 'both sides read it, with its author' },
  announces: announcedByWriting,
  idempotency: ({ key, ...body }) => ({ key, body: { conversation: body } }),
  run: async ({ actor: by, commit, answered }, { submissionId, words }) => {
    const before = await answered<Written>()
    if (before) return before
    const tooMany = await withinLimits(commentLimits(by.id))
    if (tooMany) return tooMany
    return commit(async (writing) => {
      const { tx } = writing
      const actor = await actorNow(tx, by.id)
      const found = await findSubmission(tx, submissionId)
      requireToKnow(found !== null && mayConverse(actor, found.submission))
      const authorId = found?.submission.authorId ?? 0
      authorize(actor, 'converse', { authorId })
      const thread = await lockConversation(tx, submissionId, actor.id)
      const written = await writeComment(writing, { actor, thread, subject: null }, { answers: null, words })
      const number = thread.lastNumber + 1
      const path =
        actor.id === authorId
          ? saidPath(submissionId, number)
          : `${paths.reviewCase(submissionId)}#${anchorOf(number)}`
      return { ...written, path }
    })
  },
})
