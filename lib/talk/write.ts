import { hasPublished, insertComment, isAnswerable } from '@/db/talk/comments'
import { takeNumber } from '@/db/talk/threads'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import type { Writing } from '@/lib/operations/writing'
import type { AccountActor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'
import type { Subject } from '@/lib/policy/subject'
import { paths } from '@/lib/routes'
import { requirePlace } from './gate'
import type { InThread } from './in-thread'
import { withMentions } from './mentions'
import { showComment } from './show'

/** What became of a comment: shown, with the cache event, or held for review. */
export interface Written {
  commentId: number
  threadId: number
  isHeld: boolean
  path: string
  event: number | null
}

/** What writing a comment may tell of. */
export const announcedByWriting = [
  'talk.started',
  'talk.replied',
  'talk.mentioned',
  'talk.held',
  'submission.commented',
] as const

type Announcing = Writing<never, (typeof announcedByWriting)[number]>

/** Whether a comment of this account about this entry is shown at once. */
export const isAtOnce = async (
  tx: Announcing['tx'],
  actor: AccountActor,
  subject: Subject | null,
): Promise<boolean> =>
  subject === null || can(actor, 'commentAtOnce', subject, await hasPublished(tx, actor.id))

/** Writes the next comment of a locked thread: shown at once, or held, as the rules say. */
export async function writeComment(
  writing: Announcing,
  { actor, thread, subject }: InThread,
  {
    answers,
    words: typed,
    gate,
  }: { answers: number | null; words: string; gate?: number | null | undefined },
): Promise<Written> {
  const { tx, happened, changed } = writing
  if (answers !== null && !(await isAnswerable(tx, thread.id, answers)))
    throw new RefusalError(refuse('not_found', codes().talk.refused.answersNothing))
  const isShown = await isAtOnce(tx, actor, subject)
  // Where a mention counts for nothing, the words stay what they are; so do they where nobody else may read them.
  const { words, mentions } =
    subject !== null && can(actor, 'mention') ? await withMentions(tx, typed) : { words: typed, mentions: [] }
  const gatePageId = await requirePlace(tx, gate ?? null)
  const number = await takeNumber(tx, thread.id)
  const row = { threadId: thread.id, number, answers, authorId: actor.id, words, mentions, gatePageId }
  const commentId = await insertComment(tx, { ...row, state: isShown ? 'shown' : 'held' })
  const written = { commentId, threadId: thread.id, path: paths.comment(commentId) }
  if (!isShown) {
    happened({ name: 'talk.held', threadId: thread.id, commentId })
    return { ...written, isHeld: true, event: null }
  }
  const changes = await showComment(writing, thread, { commentId, number, mentions, author: actor })
  return { ...written, isHeld: false, event: changes.length > 0 ? await changed(changes) : null }
}
