import { and, desc, gte, sql } from 'drizzle-orm'
import { revision } from '@/db/revisions/schema'

const END = Number.MAX_SAFE_INTEGER

/**
 * The published edits of an account before a place in the publish sequence, as the stretch of the index of authors that
 * they are; to be asked for in `newestFirst`. Asked for by the author alone, they would be looked for among the edits of
 * everybody, which is far where all of theirs are long ago.
 */
export const editsOf = (accountId: number, before: number | null) =>
  and(
    sql`(${revision.authorId}, ${revision.sequence}) < (${accountId}::bigint, ${before ?? END}::bigint)`,
    gte(revision.authorId, accountId),
  )

/** The order in which the index of authors has the edits of one. */
export const newestFirst = [desc(revision.authorId), desc(revision.sequence)]
