import { setSettled } from '@/db/talk/threads'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { authorize } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'
import { lockedThread, requireToKnow } from './in-thread'
import { oneThreadSchema, settleSchema } from './schema'
import { tagsOf } from './show'

/** Says that a thread is settled, and what came of it. By who began it, and by trusted people. */
export const settleThread = operation({
  name: 'thread.settle',
  who: 'account',
  input: settleSchema,
  audits: { nothing: 'the thread says who did it, and anybody may open it again' },
  announces: ['talk.resolved'],
  run: ({ actor: by, commit }, { threadId, outcome }) =>
    commit(async ({ tx, happened, changed }) => {
      const { actor, thread, subject } = await lockedThread(tx, by, threadId)
      requireToKnow(subject !== null)
      authorize(actor, 'settle', thread)
      if (!thread.isOpen) throw new RefusalError(refuse('already_decided', codes().talk.refused.isSettled))
      await setSettled(tx, threadId, { byId: actor.id, outcome })
      happened({ name: 'talk.resolved', threadId })
      return { event: await changed(tagsOf(thread, { isNew: true })), path: paths.thread(threadId) }
    }),
})

/** Opens a settled thread again. By the same people. */
export const reopenThread = operation({
  name: 'thread.reopen',
  who: 'account',
  input: oneThreadSchema,
  audits: { nothing: 'the thread is open in sight of everybody' },
  announces: ['talk.reopened'],
  run: ({ actor: by, commit }, { threadId }) =>
    commit(async ({ tx, happened, changed }) => {
      const { actor, thread, subject } = await lockedThread(tx, by, threadId)
      requireToKnow(subject !== null)
      authorize(actor, 'settle', thread)
      if (thread.isOpen) throw new RefusalError(refuse('already_decided', codes().talk.refused.isOpen))
      await setSettled(tx, threadId, null)
      happened({ name: 'talk.reopened', threadId })
      return { event: await changed(tagsOf(thread, { isNew: true })), path: paths.thread(threadId) }
    }),
})
