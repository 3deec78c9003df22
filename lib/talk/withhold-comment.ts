import { setWithheld } from '@/db/talk/comments'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { authorize, can } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'
import { abilityFor, isAsStrong } from '@/lib/withholding/strength'
import { eraseWithin } from './erase-comment'
import { type InComment, lockedComment, requireToKnow } from './in-thread'
import { declineCommentSchema, withholdCommentSchema } from './schema'
import { tagsOf } from './show'

const acts = { hidden: 'comment.hide', suppressed: 'comment.suppress', erased: 'comment.erase' } as const
const lifts = { hidden: 'comment.unhide', suppressed: 'comment.unsuppress' } as const
const lifted = { hidden: 'talk.unhidden', suppressed: 'talk.unsuppressed' } as const

/**
 * Withholds a comment's words and author, and where a thread begins with it, its subject: hidden (moderators still read
 * it), suppressed (owners only) or erased (destroyed, with what it said before). Its place stays, with what answers it.
 * Refused where it is withheld as strongly already.
 */
export const withholdComment = operation({
  name: 'comment.withhold',
  who: 'account',
  input: withholdCommentSchema,
  audits: ['comment.hide', 'comment.suppress', 'comment.erase'],
  announces: ['talk.hidden', 'talk.suppressed', 'talk.erased'],
  run: ({ actor: by, commit }, { commentId, strength, reason }) =>
    commit(async ({ tx, audited, happened, changed }) => {
      authorize(by, abilityFor(strength))
      const within = await lockedComment(tx, by, commentId, 'moderate')
      const { actor, thread, comment } = within
      authorize(actor, abilityFor(strength))
      if (comment.withheld && isAsStrong(comment.withheld, strength))
        throw new RefusalError(refuse('already_decided', codes().talk.refused.alreadyWithheld))
      if (strength === 'erased') await eraseWithin(tx, within, reason)
      else await setWithheld(tx, commentId, { strength, byId: actor.id, reason })
      audited(acts[strength], { ...recordOf(within), reason })
      happened({ name: `talk.${strength}`, threadId: thread.id, commentId })
      const event = await changed(tagsOf(thread, { isNew: comment.number === 1 }), { isWithholding: true })
      return { event, path: paths.moderateComment(commentId) }
    }),
})

/** Shows again what was hidden or suppressed, by those who might withhold it. What was erased does not come back. */
export const liftComment = operation({
  name: 'comment.lift-withholding',
  who: 'account',
  input: declineCommentSchema,
  audits: ['comment.unhide', 'comment.unsuppress'],
  announces: ['talk.unhidden', 'talk.unsuppressed'],
  run: ({ actor: by, commit }, { commentId, reason }) =>
    commit(async ({ tx, audited, happened, changed }) => {
      authorize(by, 'withhold')
      const within = await lockedComment(tx, by, commentId, 'moderate')
      const { actor, thread, comment } = within
      const { withheld } = comment
      requireToKnow(withheld === null || can(actor, abilityFor(withheld)))
      if (withheld === null || withheld === 'erased')
        throw new RefusalError(refuse('already_decided', codes().talk.refused.notWithheld))
      await setWithheld(tx, commentId, null)
      audited(lifts[withheld], { ...recordOf(within), reason })
      happened({ name: lifted[withheld], threadId: thread.id, commentId })
      const event = await changed(tagsOf(thread, { isNew: comment.number === 1 }))
      return { event, path: paths.moderateComment(commentId) }
    }),
})

/** For the record of the act: its author is among the details, which the public log does not show. */
const recordOf = ({ thread, comment }: InComment) => ({
  ...(thread.entryId !== null && { entryId: thread.entryId }),
  detail: { comment: comment.id, author: comment.authorId },
})
