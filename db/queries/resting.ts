import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { Queryable, Tx } from '@/db/client'
import { type EntryKind, entry } from '@/db/schema/entries'
import { type LinkKind, link } from '@/db/schema/links'
import { revision } from '@/db/schema/revisions'
import { submission, submissionItem, submissionRound } from '@/db/schema/submissions'

export interface RestingRow {
  /** What binds them: `shown` is a page that a fact is about, the others are links that lead here. */
  how: LinkKind | 'shown'
  id: number
  kind: EntryKind
  number: number
  label: string
}

/** What would miss an entry: what points at it, and the pages that a fact is about; deleted ones left out, at most `most`. */
export async function findRestingOn(db: Queryable, entryId: number, most: number): Promise<RestingRow[]> {
  const shown = db
    .select({ how: sql<RestingRow['how']>`'shown'`.as('how'), at: link.toId })
    .from(link)
    .where(and(eq(link.fromId, entryId), eq(link.kind, 'about'), isNull(link.until)))
  const pointing = db
    .select({ how: sql<RestingRow['how']>`${link.kind}::text`.as('how'), at: link.fromId })
    .from(link)
    .where(and(eq(link.toId, entryId), isNull(link.until)))
  const places = unionAll(shown, pointing).as('places')
  return db
    .select({ how: places.how, id: entry.id, kind: entry.kind, number: entry.number, label: entry.label })
    .from(places)
    .innerJoin(entry, and(eq(entry.id, places.at), isNull(entry.deletedAt)))
    .orderBy(places.how, entry.kind, entry.id)
    .limit(most)
}

/** The submissions that are not decided and would change this entry, oldest first, at most 100. */
export async function findOpenSubmissionsOn(db: Queryable, entryId: number): Promise<number[]> {
  const rows = await db
    .selectDistinct({ id: submission.id })
    .from(submission)
    .innerJoin(submissionRound, eq(submissionRound.submissionId, submission.id))
    .innerJoin(submissionItem, eq(submissionItem.roundId, submissionRound.id))
    .where(
      and(eq(submissionItem.entryId, entryId), inArray(submission.state, ['waiting', 'changes_requested'])),
    )
    .orderBy(submission.id)
    .limit(100)
  return rows.map((row) => row.id)
}

/** Whose published edits an entry, or a range of its revisions, consists of. */
export async function findAuthorIds(
  db: Queryable,
  entryId: number,
  range?: { from: number; to: number },
): Promise<number[]> {
  const rows = await db
    .selectDistinct({ id: revision.authorId })
    .from(revision)
    .where(
      and(
        eq(revision.entryId, entryId),
        isNotNull(revision.authorId),
        range && sql`${revision.number} between ${range.from} and ${range.to}`,
      ),
    )
  return rows.flatMap((row) => row.id ?? [])
}

/** The next place in the publish sequence, for what changes the public picture without a revision. Under the publish lock. */
export async function drawSequence(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ place: number }>(sql`select nextval('publish_sequence')::int as place`)
  if (!row) throw new Error('no place in the publish sequence')
  return row.place
}
