import { and, asc, eq, not, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/postgres/client'
import { comment, commentVersion, thread } from '@/db/talk/schema'
import type { ReadScope } from '@/db/visibility/read-scope'
import { isCommentWithheld } from './withheld-comments'

/**
 * The comments about an entry that say these words, or said them before they were edited, or whose thread says them in its
 * subject or outcome, in whatever state; the oldest first. Those that are withheld from the scope are left out.
 */
export function findCommentsSaying(
  db: Queryable,
  within: ReadScope,
  entryId: number,
  words: string,
  most: number,
): Promise<{ id: number; number: number; threadId: number }[]> {
  const before = db
    .select({ one: sql`1` })
    .from(commentVersion)
    .where(and(eq(commentVersion.commentId, comment.id), sql`says(${commentVersion.words}, ${words})`))
  return db
    .select({ id: comment.id, number: comment.number, threadId: comment.threadId })
    .from(comment)
    .innerJoin(thread, eq(thread.id, comment.threadId))
    .where(
      and(
        eq(thread.entryId, entryId),
        not(isCommentWithheld(within)),
        sql`(says(coalesce(${comment.words}, ''), ${words}) or exists ${before}
          or ${comment.number} = 1 and (says(${thread.subject}, ${words}) or says(${thread.outcome}, ${words})))`,
      ),
    )
    .orderBy(asc(comment.id))
    .limit(most)
}
