import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { submission, submissionItem, submissionRound } from '@/db/schema/submissions'

/** The entries that an account's open submissions would change, at most 100. */
export async function findWaitingEntries(db: Queryable, authorId: number): Promise<number[]> {
  const rows = await db
    .selectDistinct({ id: submissionItem.entryId })
    .from(submission)
    .innerJoin(submissionRound, eq(submissionRound.submissionId, submission.id))
    .innerJoin(submissionItem, eq(submissionItem.roundId, submissionRound.id))
    .where(
      and(
        eq(submission.authorId, authorId),
        inArray(submission.state, ['waiting', 'changes_requested']),
        isNotNull(submissionItem.entryId),
      ),
    )
    .limit(100)
  return rows.flatMap(({ id }) => (id === null ? [] : [id]))
}
