import type { Tx } from '@/db/postgres/client'
import { findSubmission } from '@/db/submissions/submissions'
import { findThreadOf, findWholeComment } from '@/db/talk/comments'
import { findThread, lockThread } from '@/db/talk/threads'
import { isVisibleTo } from '@/db/visibility/private-life'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import type { AccountActor } from '@/lib/policy/actor'
import { actorNow } from '@/lib/policy/actor-now'
import { authorize, can, readScopeOf } from '@/lib/policy/policy'
import type { Subject } from '@/lib/policy/subject'
import { talkSubject } from './subject'

/** A locked thread, the actor as of this transaction, and what the rules are asked about its entry. */
export interface InThread {
  actor: AccountActor
  thread: NonNullable<Awaited<ReturnType<typeof lockThread>>>
  /** Null for a submission's conversation. */
  subject: Subject | null
}

/** A comment of it, whole. */
export interface InComment extends InThread {
  comment: NonNullable<Awaited<ReturnType<typeof findWholeComment>>>
}

const notFound = () => new RefusalError(refuse('not_found', codes().talk.refused.notFound))

/**
 * Locks a thread, and reads the actor and its entry again. Throws a `RefusalError` where there is no such thread, where
 * the actor may not read it, and where nothing may be written about its entry any more.
 */
export async function lockedThread(
  tx: Tx,
  by: AccountActor,
  threadId: number,
  to: 'write' | 'moderate' = 'write',
): Promise<InThread> {
  const thread = await lockThread(tx, threadId)
  const actor = await actorNow(tx, by.id)
  if (!thread) throw notFound()
  if (thread.submissionId !== null) {
    const found = await findSubmission(tx, thread.submissionId)
    if (!found || !mayConverse(actor, found.submission)) throw notFound()
    authorize(actor, 'converse', found.submission)
    return { actor, thread, subject: null }
  }
  if (!thread.isShown && thread.startedById !== actor.id && !can(actor, 'decideComment')) throw notFound()
  return { actor, thread, subject: await readableSubject(tx, actor, thread.entryId ?? 0, to) }
}

/** Whether it is theirs to know of, blocked or not. */
export const mayConverse = (actor: AccountActor, submission: { authorId: number }) =>
  can({ ...actor, isBlocked: false }, 'converse', submission)

/**
 * An entry that the actor may read, and write about where that is meant. Throws a `RefusalError` for any other.
 * Moderators act also on the talk of a deleted one.
 */
export async function readableSubject(
  tx: Tx,
  actor: AccountActor,
  entryId: number,
  to: 'write' | 'moderate' = 'write',
): Promise<Subject> {
  const subject = await talkSubject(tx, entryId)
  if (!subject || !(await isVisibleTo(tx, readScopeOf(actor), entryId))) throw notFound()
  if (to === 'write') authorize(actor, 'comment', subject)
  else if (!can(actor, 'read', subject)) throw notFound()
  return subject
}

/** Refuses a thread that is not shown, or that is about what the actor may not read. */
export async function requireReadableThread(tx: Tx, actor: AccountActor, threadId: number): Promise<void> {
  const thread = await findThread(tx, readScopeOf(actor), threadId)
  if (!thread?.isShown || thread.entryId === null) throw notFound()
  await readableSubject(tx, actor, thread.entryId, 'moderate')
}

/** The same for the thread of a comment, with the comment. Throws a `RefusalError` where there is none. */
export async function lockedComment(
  tx: Tx,
  by: AccountActor,
  commentId: number,
  to: 'write' | 'moderate' = 'write',
): Promise<InComment> {
  const found = await findThreadOf(tx, commentId)
  if (!found) throw notFound()
  const within = await lockedThread(tx, by, found.threadId, to)
  const comment = await findWholeComment(tx, commentId)
  if (!comment) throw notFound()
  return { ...within, comment }
}

/** Refuses what is not the actor's business as if it were not there. */
export function requireToKnow(may: boolean): void {
  if (!may) throw notFound()
}
