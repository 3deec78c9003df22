import { desc, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '@/db/postgres/client'
import { submission, submissionItem, submissionRound } from '@/db/submissions/schema'

/** How many of the last rounds with edits of an entry are looked at. */
const LAST_ROUNDS = 1_000

/**
 * The undecided submissions that would change this entry, oldest first, at most 100, among the last thousand rounds
 * with edits of it.
 */
export async function findOpenSubmissionsOn(db: Queryable, entryId: number): Promise<number[]> {
  const last = db
    .select({ roundId: submissionItem.roundId })
    .from(submissionItem)
    .where(eq(submissionItem.entryId, entryId))
    .orderBy(desc(submissionItem.roundId))
    .limit(LAST_ROUNDS)
    .as('last')
  const rows = await db
    .selectDistinct({ id: submission.id })
    .from(last)
    .innerJoin(submissionRound, eq(submissionRound.id, last.roundId))
    .innerJoin(submission, eq(submission.id, submissionRound.submissionId))
    .where(inArray(submission.state, ['waiting', 'changes_requested']))
    .orderBy(submission.id)
    .limit(100)
  return rows.map((row) => row.id)
}
