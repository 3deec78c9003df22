import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { type EntryKind, entry } from '@/db/entries/schema'
import { firstByTitle } from '@/db/links/backlinks'
import { type LinkKind, link } from '@/db/links/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { revision } from '@/db/revisions/schema'
import { submission, submissionItem, submissionRound } from '@/db/submissions/schema'

export interface RestingRow {
  /** What binds them: `shown` is a page that a fact is about, the others are links that lead here. */
  how: LinkKind | 'shown'
  id: number
  kind: EntryKind
  number: number
  label: string
}

/**
 * What would miss an entry: what points at it, and the pages that a fact is about; deleted ones left out. The first
 * `most` links of each kind are looked at, and at most `most` are given.
 */
export async function findRestingOn(db: Queryable, entryId: number, most: number): Promise<RestingRow[]> {
  const rows = await db.execute<{ [K in keyof RestingRow]: RestingRow[K] }>(sql`
    select place.how, e.id::int as id, e.kind, e.number, e.label from (
      (select 'shown' as how, l.to_id as at from ${link} l
        where l.from_id = ${entryId} and l.kind = 'about' and l.until is null limit ${most})
      union all
      select asked.kind::text, of_kind.at from unnest(enum_range(null::link_kind)) as asked (kind)
        cross join lateral ((select l.from_id as at from ${link} l
          where l.to_id = ${entryId} and l.kind = asked.kind and l.until is null order by l.from_id limit ${most})
          union (${firstByTitle({ toId: entryId }, most)})) of_kind
    ) place join ${entry} e on e.id = place.at and e.deleted_at is null
    order by place.how, e.kind, e.id limit ${most}`)
  return [...rows]
}

/** So many of the last rounds that would have changed an entry are looked at. */
const LAST_ROUNDS = 1_000

/**
 * The submissions that are not decided and would change this entry, oldest first, at most 100, among the last thousand
 * rounds of edits of it.
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
