import { replaceWords } from '@/db/talk/comments'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { authorize, can } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'
import { requirePlace } from './gate'
import { lockedComment, requireToKnow } from './in-thread'
import { withMentions } from './mentions'
import { ownCommentOf } from './own-comment'
import { editCommentSchema } from './schema'
import { tagsOf } from './show'

/**
 * Changes a comment's words, and until where it tells, by its author, for an hour. That it was changed is shown; what it said before only
 * moderators see. Whom it mentions newly is told of nothing, so that nobody is called by changing a word.
 */
export const editComment = operation({
  name: 'comment.edit',
  who: 'account',
  input: editCommentSchema,
  audits: { nothing: 'what it said before is kept beside it' },
  announces: ['talk.edited'],
  run: ({ actor: by, commit }, { commentId, words: typed, gate }) =>
    commit(async ({ tx, happened, changed }) => {
      const { actor, thread, comment, subject } = await lockedComment(tx, by, commentId)
      requireToKnow(comment.state === 'shown' || comment.authorId === actor.id)
      authorize(actor, 'editComment', ownCommentOf(comment, new Date()))
      const mayMention = subject !== null && can(actor, 'mention')
      const next = mayMention ? await withMentions(tx, typed) : { words: typed, mentions: [] }
      const gatePageId = gate === undefined ? comment.gatePageId : await requirePlace(tx, gate)
      if (next.words === comment.words && gatePageId === comment.gatePageId)
        throw new RefusalError(refuse('no_change', codes().talk.refused.noChange))
      await replaceWords(tx, comment, { ...next, gatePageId })
      happened({ name: 'talk.edited', threadId: thread.id, commentId })
      const isPublic = comment.state === 'shown' && subject !== null
      const event = isPublic ? await changed(tagsOf(thread, { isNew: comment.number === 1 })) : null
      return { event, path: paths.comment(commentId) }
    }),
})
