import { and, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { account } from '@/db/accounts/schema'
import type { Queryable } from '@/db/postgres/client'
import { idList } from '@/db/postgres/prepared'
import { comment, thread } from '@/db/talk/schema'
import type { ReadScope } from '@/db/visibility/read-scope'
import { isCommentWithheld, unlessWithheld } from './withheld-comments'

const first = alias(comment, 'first_comment')

/** These comments in no order: those about entries that are shown and not withheld from the scope. A withheld subject is null. */
export function findFeedComments(db: Queryable, within: ReadScope, ids: readonly number[]) {
  return db
    .select({
      id: comment.id,
      number: comment.number,
      subject: unlessWithheld(within, first, thread.subject),
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
        sql`not ${isCommentWithheld(within)}`,
      ),
    )
}
