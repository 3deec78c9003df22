import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import { entry } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { revision } from '@/db/revisions/schema'
import { submission, submissionItem } from '@/db/submissions/schema'
import { type ReadScope, stands, withheldFrom } from '@/db/visibility/read-scope'
import { withholding } from '@/db/withholding/schema'
import { ERASED_VERSION } from './erasing'

/** That the text of an item was erased. */
export const isErased = (item: { schemaVersion: number }) => item.schemaVersion === ERASED_VERSION

const isInRange = and(
  eq(revision.entryId, withholding.entryId),
  sql`${revision.number} between ${withholding.fromNumber} and ${withholding.toNumber}`,
)

const submissionOfItem = sql`(select o.submission_id from submission_round o where o.id = ${submissionItem.roundId})`

/** Whether the current item became a revision whose text is withheld by a condition on `withholding`. */
function becameWithheld(db: Queryable, condition: SQL): SQL<boolean> {
  const rows = db
    .select({ one: sql`1` })
    .from(withholding)
    .innerJoin(entry, eq(entry.id, withholding.entryId))
    .innerJoin(revision, isInRange)
    .where(
      and(
        condition,
        eq(withholding.part, 'text'),
        sql`${revision.submissionId} = ${submissionOfItem}`,
        // A new entry has no id in the round: items of its kind are not told apart.
        or(
          eq(submissionItem.entryId, entry.id),
          and(
            sql`${submissionItem.entryId} is null`,
            eq(submissionItem.entryKind, entry.kind),
            eq(revision.number, 1),
          ),
        ),
      ),
    )
  return sql<boolean>`exists ${rows}`
}

/** Whether the current item was based on a revision whose text is withheld by a condition on `withholding`. */
function isBasedOnWithheldRevision(db: Queryable, condition: SQL): SQL<boolean> {
  const rows = db
    .select({ one: sql`1` })
    .from(withholding)
    .where(
      and(
        condition,
        eq(withholding.part, 'text'),
        eq(withholding.entryId, submissionItem.entryId),
        sql`${submissionItem.baseNumber} between ${withholding.fromNumber} and ${withholding.toNumber}`,
      ),
    )
  return sql<boolean>`exists ${rows}`
}

/** Whether the current item is based on texts of which one became a revision that is withheld by a condition. */
function isBasedOnWithheldItem(db: Queryable, condition: SQL): SQL<boolean> {
  const rows = db
    .select({ one: sql`1` })
    .from(withholding)
    .innerJoin(revision, isInRange)
    .where(
      and(
        condition,
        eq(withholding.part, 'text'),
        eq(withholding.entryId, submissionItem.entryId),
        sql`${revision.submissionId} in (
          with recursive base (round_id) as (
            select ${submissionItem.baseRoundId}
            union select i.base_round_id from submission_item i join base b on i.round_id = b.round_id
          ) select o.submission_id from submission_round o join base b on o.id = b.round_id)`,
      ),
    )
  return sql<boolean>`exists ${rows}`
}

/**
 * Whether the text of the current item is hidden from the scope: it was erased, it became a withheld revision, or it was
 * based on one, or on what became one, and contains its text.
 */
export function isWithheldItem(db: Queryable, within: ReadScope): SQL<boolean> {
  const condition = withheldFrom(within)
  return sql<boolean>`(${or(
    eq(submissionItem.schemaVersion, ERASED_VERSION),
    becameWithheld(db, condition),
    isBasedOnWithheldRevision(db, condition),
    isBasedOnWithheldItem(db, condition),
  )})`
}

/** The positions in a round whose text is hidden from the scope. */
export async function findWithheldPositions(
  db: Queryable,
  within: ReadScope,
  roundId: number,
): Promise<Set<number>> {
  const rows = await db
    .select({ position: submissionItem.position })
    .from(submissionItem)
    .where(and(eq(submissionItem.roundId, roundId), isWithheldItem(db, within)))
  return new Set(rows.map(({ position }) => position))
}

/** Whether the current item was erased, or became a revision whose text is withheld in whatever strength. */
export const isRedactedItem = (db: Queryable): SQL<boolean> =>
  sql<boolean>`(${submissionItem.schemaVersion} = ${ERASED_VERSION} or ${becameWithheld(db, stands)})`

/**
 * Whether the current submission became a revision whose summary is withheld in whatever strength. A scalar subquery
 * for each, not an `exists`: for a long queue the planner would evaluate that for all summaries that were ever
 * withheld.
 */
export function isSummaryRedacted(db: Queryable): SQL<boolean> {
  const rows = db
    .select({ is: sql`true` })
    .from(withholding)
    .innerJoin(revision, isInRange)
    .where(and(stands, eq(withholding.part, 'summary'), eq(revision.submissionId, submission.id)))
    .limit(1)
  return sql<boolean>`coalesce(${rows}, false)`
}
