import { and, eq, type SQL, sql } from 'drizzle-orm'
import { storedObject } from '@/db/files/schema'
import type { Queryable } from '@/db/postgres/client'
import { submission, submissionItem, submissionRound } from '@/db/submissions/schema'

/** Whether a submission for which `which` holds has the current `stored_object` as the picture of a file. */
export function isSent(db: Queryable, which: SQL | undefined): SQL {
  const items = db
    .select({ one: sql`1` })
    .from(submissionItem)
    .innerJoin(submissionRound, eq(submissionRound.id, submissionItem.roundId))
    .innerJoin(submission, eq(submission.id, submissionRound.submissionId))
    .where(
      and(
        sql`${submissionItem.entryKind} = 'file' and ${submissionItem.content} ->> 'object' = ${storedObject.sha256}`,
        which,
      ),
    )
  return sql`exists ${items}`
}
