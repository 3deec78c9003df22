import { setState } from '@/db/talk/comments'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { authorize, can } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'
import { lockedComment, requireToKnow } from './in-thread'
import { ownCommentOf } from './own-comment'
import { oneCommentSchema } from './schema'

/** Takes back one's own comment while it is held. Refused once somebody has looked at it. */
export const withdrawComment = operation({
  name: 'comment.withdraw',
  who: 'account',
  input: oneCommentSchema,
  audits: { nothing: 'its author did it, and nobody else had read it' },
  announces: ['talk.withdrawn'],
  run: ({ actor: by, commit }, { commentId }) =>
    commit(async ({ tx, happened }) => {
      const { actor, thread, comment } = await lockedComment(tx, by, commentId)
      const own = ownCommentOf(comment, new Date())
      requireToKnow(comment.state === 'shown' || own.authorId === actor.id)
      if (own.authorId === actor.id && !can(actor, 'withdrawComment', own))
        throw new RefusalError(refuse('already_decided', codes().talk.refused.alreadyDecided))
      authorize(actor, 'withdrawComment', own)
      await setState(tx, commentId, 'withdrawn', null)
      happened({ name: 'talk.withdrawn', threadId: thread.id, commentId })
      return { path: paths.comment(commentId) }
    }),
})
