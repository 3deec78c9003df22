import { findThreadOf, findWholeComment } from '@/db/talk/comments'
import { lockThread } from '@/db/talk/threads'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { messages } from '@/lib/messages/messages'
import { operation } from '@/lib/operations/operation'
import { isSystem } from '@/lib/policy/rank'
import { eraseWithin } from './erase-comment'
import { oneCommentSchema } from './schema'
import { tagsOf } from './show'

/**
 * Erases a comment that was erased before the wiki was restored from an older backup. Only the account of the wiki itself
 * may.
 */
export const eraseCommentAgain = operation({
  name: 'comment.erase-again',
  who: 'account',
  input: oneCommentSchema,
  audits: ['comment.erase'],
  announces: ['talk.erased'],
  run: ({ actor, commit }, { commentId }) =>
    commit(async ({ tx, audited, happened, changed }) => {
      const found = isSystem(actor) ? await findThreadOf(tx, commentId) : null
      const thread = found && (await lockThread(tx, found.threadId))
      const comment = thread && (await findWholeComment(tx, commentId))
      if (!comment) throw new RefusalError(refuse('not_found', codes().talk.refused.notFound))
      const reason = messages().talk.moderate.erasedBefore
      await eraseWithin(tx, { actor, thread, comment }, reason)
      const about = thread.entryId !== null && { entryId: thread.entryId }
      audited('comment.erase', { ...about, detail: { comment: commentId, author: comment.authorId }, reason })
      happened({ name: 'talk.erased', threadId: thread.id, commentId })
      const event = await changed(tagsOf(thread, { isNew: comment.number === 1 }), { isWithholding: true })
      return { event }
    }),
})
