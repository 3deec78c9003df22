import type { CommentRow } from '@/db/talk/comments'
import type { comment as comments } from '@/db/talk/schema'
import type { OwnCommentSubject } from '@/lib/policy/abilities'
import type { AccountActor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'

type Comment = Pick<typeof comments.$inferSelect, 'authorId' | 'state' | 'createdAt' | 'withheld'>

/** For so long its author may change a comment, in milliseconds. */
export const EDITED_WITHIN = 3_600_000

/** A comment as the rules about its author ask for it. */
export const ownCommentOf = (
  { authorId, state, createdAt, withheld }: Comment,
  now: Date,
): OwnCommentSubject => ({
  authorId,
  state,
  isRecent: now.getTime() - createdAt.getTime() < EDITED_WITHIN,
  isWithheld: withheld !== null,
})

/** For how many more minutes an account may change a comment; 0 for not at all. */
export const minutesLeft = (actor: AccountActor, row: CommentRow): number => {
  const now = new Date()
  const own = ownCommentOf({ ...row, authorId: row.authorId ?? 0 }, now)
  if (!can(actor, 'editComment', own)) return 0
  return Math.ceil((row.createdAt.getTime() + EDITED_WITHIN - now.getTime()) / 60_000)
}
