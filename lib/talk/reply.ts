import { operation } from '@/lib/operations/operation'
import { authorize } from '@/lib/policy/policy'
import { commentLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'
import { lockedThread } from './in-thread'
import { replySchema } from './schema'
import { announcedByWriting, type Written, writeComment } from './write'

/**
 * Writes a comment in a thread: shown at once, or held for review. Sent again under its key it is written once. A settled
 * thread stays settled. Refused where the thread, or what it is about, is not the account's to read.
 */
export const reply = operation({
  name: 'thread.reply',
  who: 'account',
  input: replySchema,
  audits: { nothing: 'it is read by everybody, with its author' },
  announces: announcedByWriting,
  idempotency: ({ key, ...body }) => ({ key, body: { reply: body } }),
  run: async ({ actor: by, commit, answered }, { threadId, ...written }) => {
    const before = await answered<Written>()
    if (before) return before
    authorize(by, 'comment')
    const tooMany = await withinLimits(commentLimits(by.id))
    if (tooMany) return tooMany
    return commit(async (writing) =>
      writeComment(writing, await lockedThread(writing.tx, by, threadId), written),
    )
  },
})
