import type { comment as comments } from '@/db/talk/schema'
import type { OwnCommentSubject } from '@/lib/policy/abilities'

type Comment = Pick<typeof comments.$inferSelect, 'authorId' | 'state' | 'createdAt' | 'withheld'>

/** For so long its author may change a comment, in milliseconds. */
export const EDITED_WITHIN = 60 * 60_000

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
