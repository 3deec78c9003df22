import { insertThread, lockThread } from '@/db/talk/threads'
import { operation } from '@/lib/operations/operation'
import { actorNow } from '@/lib/policy/actor-now'
import { authorize } from '@/lib/policy/policy'
import { threadLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'
import { readableSubject } from './in-thread'
import { startSchema } from './schema'
import { announcedByWriting, type Written, writeComment } from './write'

/**
 * Begins a thread about an entry with its first comment: shown at once, or held with it for review. Sent again under its
 * key it begins no second one. Refused for a deleted entry, and for one that the account may not read.
 */
export const startThread = operation({
  name: 'thread.start',
  who: 'account',
  input: startSchema,
  audits: { nothing: 'it is read by everybody, with its author' },
  announces: announcedByWriting,
  idempotency: ({ key, ...body }) => ({ key, body: { thread: body } }),
  run: async ({ actor: by, commit, answered }, { entryId, subject: words, ...first }) => {
    const before = await answered<Written>()
    if (before) return before
    authorize(by, 'comment')
    const tooMany = await withinLimits(threadLimits(by.id))
    if (tooMany) return tooMany
    return commit(async (writing) => {
      const { tx } = writing
      const actor = await actorNow(tx, by.id)
      authorize(actor, 'comment')
      const subject = await readableSubject(tx, actor, entryId)
      const about = { entryId, submissionId: null, subject: words, startedById: actor.id, isShown: false }
      const thread = await lockThread(tx, await insertThread(tx, about))
      if (!thread) throw new Error('the new thread is not there')
      return writeComment(writing, { actor, thread, subject }, { ...first, answers: null })
    })
  },
})
