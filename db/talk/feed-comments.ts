import { and, desc, eq, isNotNull, not, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { account } from '@/db/accounts/schema'
import type { Queryable } from '@/db/postgres/client'
import { idList } from '@/db/postgres/prepared'
import { comment, thread } from '@/db/talk/schema'
import type { ReadScope } from '@/db/visibility/read-scope'
import { isCommentClosed, isCommentWithheld, unlessClosed } from './withheld-comments'

const first = alias(comment, 'first_comment')

/** These comments in no order: those that are shown, about entries, and neither withheld from the scope nor closed to it. */
export function findFeedComments(db: Queryable, within: ReadScope, ids: readonly number[]) {
  return db
    .select({
      id: comment.id,
      number: comment.number,
      subject: unlessClosed(within, first, thread.subject),
      isClosed: isCommentClosed(within, first),
      entryId: thread.entryId,
      words: comment.words,
      mentions: comment.mentions,
      authorId: account.id,
      authorName: account.name,
      createdAt: comment.createdAt,
      editedAt: comment.editedAt,
    })
    .from(comment)
    .innerJoin(thread, eq(thread.id, comment.threadId))
    .innerJoin(first, and(eq(first.threadId, thread.id), eq(first.number, 1)))
    .innerJoin(account, eq(account.id, comment.authorId))
    .where(
      and(
        sql`${comment.id} = any(${idList(ids)}::bigint[])`,
        eq(comment.state, 'shown'),
        eq(thread.isShown, true),
        sql`${thread.entryId} is not null`,
        not(isCommentWithheld(within)),
        not(isCommentClosed(within)),
      ),
    )
}

/** The ids of the newest shown comments, about one entry or about any, at most `most`. */
export async function findNewestComments(
  db: Queryable,
  entryId: number | null,
  most: number,
): Promise<number[]> {
  const isAbout = entryId === null ? isNotNull(thread.entryId) : eq(thread.entryId, entryId)
  // Of one entry its threads are read, and not all comments backwards.
  const newestFirst = entryId === null ? desc(comment.id) : sql`${comment.id} + 0 desc`
  const rows = await db
    .select({ id: comment.id })
    .from(comment)
    .innerJoin(thread, eq(thread.id, comment.threadId))
    .where(and(eq(comment.state, 'shown'), eq(thread.isShown, true), isAbout))
    .orderBy(newestFirst)
    .limit(most)
  return rows.map(({ id }) => id)
}
