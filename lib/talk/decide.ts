import { findActor } from '@/db/accounts/actors'
import { setState } from '@/db/talk/comments'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { authorize } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'
import { type InComment, lockedComment } from './in-thread'
import { declineCommentSchema, oneCommentSchema } from './schema'
import { showComment } from './show'

/** Throws a `RefusalError` where a comment is not the actor's to decide, or is decided already. */
function requireHeld({ actor, comment }: InComment): void {
  authorize(actor, 'decideComment', comment)
  if (comment.state !== 'held')
    throw new RefusalError(refuse('already_decided', codes().talk.refused.alreadyDecided))
}

/**
 * Shows a held comment at its place in its thread. Refused where its thread is not shown, since what it begins with is
 * not: that is decided first.
 */
export const acceptComment = operation({
  name: 'comment.accept',
  who: 'account',
  input: oneCommentSchema,
  audits: ['comment.accept'],
  announces: ['talk.accepted', 'talk.started', 'talk.replied', 'talk.mentioned', 'submission.commented'],
  run: ({ actor: by, commit }, { commentId }) =>
    commit(async (writing) => {
      const { tx, audited, happened, changed } = writing
      authorize(by, 'decideComment')
      const within = await lockedComment(tx, by, commentId)
      requireHeld(within)
      const { actor, thread, comment } = within
      const { number, mentions, authorId } = comment
      if (number > 1 && !thread.isShown)
        throw new RefusalError(refuse('conflict', codes().talk.refused.firstFirst))
      await setState(tx, commentId, 'shown', { byId: actor.id, reason: null })
      const author = await findActor(tx, authorId)
      if (!author) throw new Error(`account ${authorId} is not there`)
      happened({ name: 'talk.accepted', threadId: thread.id, commentId })
      const changes = await showComment(writing, thread, { commentId, number, mentions, author })
      audited('comment.accept', { ...aboutOf(within), detail: { comment: commentId } })
      return { event: await changed(changes), path: paths.comment(commentId) }
    }),
})

/** Keeps a held comment from being shown; its author reads why. */
export const declineComment = operation({
  name: 'comment.decline',
  who: 'account',
  input: declineCommentSchema,
  audits: ['comment.decline'],
  announces: ['talk.declined'],
  run: ({ actor: by, commit }, { commentId, reason }) =>
    commit(async ({ tx, audited, happened }) => {
      authorize(by, 'decideComment')
      const within = await lockedComment(tx, by, commentId)
      requireHeld(within)
      await setState(tx, commentId, 'declined', { byId: within.actor.id, reason })
      happened({ name: 'talk.declined', threadId: within.thread.id, commentId })
      audited('comment.decline', { ...aboutOf(within), detail: { comment: commentId }, reason })
      return { path: paths.comment(commentId) }
    }),
})

/** The entry and the author, for the record of an act. */
const aboutOf = ({ thread, comment }: InComment) => ({
  accountId: comment.authorId,
  ...(thread.entryId !== null && { entryId: thread.entryId }),
})
