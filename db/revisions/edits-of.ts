import { and, desc, gte, sql } from 'drizzle-orm'
import { revision } from '@/db/revisions/schema'

const END = Number.MAX_SAFE_INTEGER

/**
 * The published edits of an account before a place in the publish sequence, as a range of the index of authors; to be
 * asked for in `newestFirst`. Asked for by the author alone, the planner would search among everybody's edits, which is
 * slow where all of theirs are old.
 */
export const editsOf = (accountId: number, before: number | null) =>
  and(
    sql`(${revision.authorId}, ${revision.sequence}) < (${accountId}::bigint, ${before ?? END}::bigint)`,
    gte(revision.authorId, accountId),
  )

/** The order of an account's edits in the index of authors. */
export const newestFirst = [desc(revision.authorId), desc(revision.sequence)]
