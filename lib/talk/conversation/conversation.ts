import { primary } from '@/db/postgres/client'
import { findRounds, findSubmission } from '@/db/submissions/submissions'
import { findComments } from '@/db/talk/comments'
import { findConversation } from '@/db/talk/threads'
import { sentenceOf } from '@/lib/messages/message'
import type { AccountActor } from '@/lib/policy/actor'
import { can, readScopeOf } from '@/lib/policy/policy'
import { whyNot } from '@/lib/policy/refusals'
import { paths } from '@/lib/routes'
import { type ShownComments, showComments } from '../comment-view'
import type { Writer } from '../forms/loaders'
import { mayConverse } from '../in-thread'
import { minutesLeft } from '../own-comment'
import { CONVERSATION, ON_A_PART, partOf } from '../place'

/** A part of the conversation about a submission, as one of those reads it who take part. */
export interface Conversation extends ShownComments {
  submissionId: number
  /** How many comments there are in all. */
  count: number
  /** The round that was sent last before each comment, by the comment's number; empty while there is one round. */
  rounds: ReadonlyMap<number, number>
  /** Of one's own comments, those that can still be changed, with the minutes that are left. */
  editable: ReadonlyMap<number, number>
  /** The addresses of the parts before and after. */
  older: string | null
  newer: string | null
  /** Who reads; null where they may not write. */
  writer: Writer | null
  /** Why not. */
  whyNot: string | null
  isAuthor: boolean
}

/**
 * The conversation of a submission as an account reads it, from the part that the number `from` is in, or else the newest;
 * null for those who have no part in it.
 */
export async function conversationFor(
  actor: AccountActor,
  submissionId: number,
  from: number | null = null,
): Promise<Conversation | null> {
  const [found, thread, rounds] = await Promise.all([
    findSubmission(primary(), submissionId),
    findConversation(primary(), submissionId),
    findRounds(primary(), submissionId),
  ])
  if (!found || !mayConverse(actor, found.submission)) return null
  const last = partOf(Math.max(1, thread?.lastNumber ?? 0))
  const start = Math.min(partOf(from ?? last), last)
  const rows = thread
    ? await findComments(primary(), readScopeOf(actor), {
        threadId: thread.id,
        from: start,
        before: start + ON_A_PART,
      })
    : []
  const mayWrite = can(actor, 'converse', found.submission)
  const partAt = (at: number) => `${paths.submission(submissionId, { from: at })}#${CONVERSATION}`
  return {
    ...(await showComments(rows)),
    submissionId,
    count: thread?.comments ?? 0,
    rounds: new Map(rounds.length > 1 ? rows.map((row) => [row.number, roundAt(rounds, row.createdAt)]) : []),
    editable: new Map(rows.map((row) => [row.id, minutesLeft(actor, row)])),
    older: start === 1 ? null : partAt(start - ON_A_PART),
    newer: start === last ? null : partAt(start + ON_A_PART),
    writer: mayWrite
      ? { accountId: actor.id, isAtOnce: true, isNew: false, mayMention: false, places: [] }
      : null,
    whyNot: mayWrite ? null : sentenceOf(whyNot(actor, 'converse').message),
    isAuthor: found.submission.authorId === actor.id,
  }
}

const roundAt = (rounds: readonly { number: number; at: Date }[], moment: Date): number =>
  rounds.findLast(({ at }) => at <= moment)?.number ?? 1
