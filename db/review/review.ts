import { and, asc, desc, eq, exists, inArray, lt, ne, not, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { account } from '@/db/accounts/schema'
import { type EntryKind, entry } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { revision } from '@/db/revisions/schema'
import { submission, submissionItem, submissionRound } from '@/db/submissions/schema'
import { visibleLabel } from '@/db/visibility/private-life'
import type { ReadScope } from '@/db/visibility/read-scope'
import { hiddenFromPlanner } from '../postgres/hidden-from-planner'
import { isAuthorsTurn } from '../submissions/own-submissions'
import { isRedactedItem, isSummaryRedacted } from '../withholding/withheld-items'

const previous = alias(revision, 'previous')

const latestRound = sql<number>`(select max(r.id) from submission_round r where r.submission_id = ${submission.id})`

const queueColumns = (db: Queryable) => ({
  id: submission.id,
  summary: sql<string>`case when ${isSummaryRedacted(db)} then '' else ${submission.summary} end`,
  state: submission.state,
  isUnseen: submission.isUnseen,
  waitingSince: submission.waitingSince,
  createdAt: submission.createdAt,
  author: { id: account.id, name: account.name },
  roundId: latestRound.mapWith(Number),
  roundNumber: sql<number>`(select max(r.number) from submission_round r where r.submission_id = ${submission.id})`,
})

export type ListedSubmission = Awaited<ReturnType<typeof findQueue>>[number]

/** Waiting submissions, of an entry of the kind if one is given. */
function waiting(db: Queryable, of: EntryKind | null): SQL | undefined {
  if (of === null) return eq(submission.state, 'waiting')
  const items = db
    .select({ one: sql`1` })
    .from(submissionItem)
    .where(and(eq(submissionItem.roundId, latestRound), eq(submissionItem.entryKind, of)))
  return and(eq(submission.state, 'waiting'), exists(items))
}

/** The place in the queue of submission `id`, to compare with. */
const placeOf = (id: number) => sql`(select s.waiting_since, s.id from submission s where s.id = ${id})`

/** Waiting submissions, oldest first, after the place of submission `after`; at most `most`. */
export async function findQueue(
  db: Queryable,
  { of, after, most }: { of: EntryKind | null; after: number | null; most: number },
) {
  const beyond =
    after === null ? undefined : sql`(${submission.waitingSince}, ${submission.id}) > ${placeOf(after)}`
  return db
    .select(queueColumns(db))
    .from(submission)
    .innerJoin(account, eq(account.id, submission.authorId))
    .where(and(waiting(db, of), beyond))
    .orderBy(asc(submission.waitingSince), asc(submission.id))
    .limit(most)
}

/**
 * The waiting submission next to submission `id`, whatever that one's state, or `first` among the others; null when
 * there is none.
 */
export async function findQueueNeighbour(
  db: Queryable,
  id: number,
  of: EntryKind | null,
  side: 'next' | 'previous' | 'first',
): Promise<number | null> {
  const place = sql`(${submission.waitingSince}, ${submission.id})`
  const beside = {
    next: sql`${place} > ${placeOf(id)}`,
    previous: sql`${place} < ${placeOf(id)}`,
    first: ne(submission.id, id),
  }
  const order = side === 'previous' ? desc : asc
  const [row] = await db
    .select({ id: submission.id })
    .from(submission)
    .where(and(waiting(db, of), beside[side]))
    .orderBy(order(submission.waitingSince), order(submission.id))
    .limit(1)
  return row?.id ?? null
}

/** How many submissions wait, up to one more than `most`; with a kind, those of an entry of it. */
export async function countQueue(db: Queryable, of: EntryKind | null, most: number): Promise<number> {
  const some = db
    .select({ one: sql`1` })
    .from(submission)
    .where(waiting(db, of))
    .limit(most + 1)
    .as('some')
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(some)
  return row?.count ?? 0
}

/** How many submissions wait, counted up to `most`: an expression. */
export const waitingUpTo = (most: SQL): SQL<number> => sql`(select count(*)::int
  from (select from ${submission} where ${submission.state} = 'waiting' limit ${most}) waiting)`

/** Whose turn it is with a submission: its author's, a reviewer's, or nobody's. */
export type Turn = 'author' | 'reviewer' | 'nobody'

const isTurnOf: Record<Turn, SQL | undefined> = {
  author: isAuthorsTurn,
  reviewer: eq(submission.state, 'waiting'),
  nobody: and(not(isAuthorsTurn), ne(submission.state, 'waiting')),
}

/**
 * An account's submissions, of one state or of those whose turn it is if given, newest first, those before `before`; at
 * most `most`.
 */
export async function findSubmissionsOf(
  db: Queryable,
  accountId: number,
  asked: { state: ListedSubmission['state'] | null; turn?: Turn | null; before: number | null; most: number },
): Promise<ListedSubmission[]> {
  const { state, turn = null, before, most } = asked
  return db
    .select(queueColumns(db))
    .from(submission)
    .innerJoin(account, eq(account.id, submission.authorId))
    .where(
      and(
        eq(submission.authorId, hiddenFromPlanner(accountId)),
        state === null ? undefined : eq(submission.state, state),
        turn === null ? undefined : isTurnOf[turn],
        before === null ? undefined : lt(submission.id, before),
      ),
    )
    .orderBy(desc(submission.id))
    .limit(most)
}

/** Of the deleted only pages keep their label: a fact's or a source's disappears with it. */
const isRedacted = sql`${entry.deletedAt} is not null and ${entry.kind} <> 'page'`

export type ItemHead = Awaited<ReturnType<typeof findItemHeads>>[number]

/** One submission as lists show it, whatever its state; null when there is none of that id. */
export async function findListed(db: Queryable, id: number): Promise<ListedSubmission | null> {
  return (await findListedAmong(db, [id]))[0] ?? null
}

/** The submissions of these ids as lists show them, whatever their state. */
export async function findListedAmong(db: Queryable, ids: number[]): Promise<ListedSubmission[]> {
  if (ids.length === 0) return []
  return db
    .select(queueColumns(db))
    .from(submission)
    .innerJoin(account, eq(account.id, submission.authorId))
    .where(inArray(submission.id, ids))
}

/**
 * The items of rounds in order: entries by their label where the scope shows it, new ones by the fields they are
 * `namedBy`, which content of other kinds may have too.
 */
export async function findItemHeads(
  db: Queryable,
  within: ReadScope,
  roundIds: number[],
  namedBy: readonly string[],
) {
  if (roundIds.length === 0) return []
  const fields = namedBy.map((field) => sql`${field}::text, ${submissionItem.content}->${field}::text`)
  const naming = sql<object | null>`case when ${submissionItem.entryId} is null and not ${isRedactedItem(db)}
    then jsonb_build_object(${sql.join(fields, sql`, `)}) end`
  return db
    .select({
      roundId: submissionItem.roundId,
      position: submissionItem.position,
      kind: submissionItem.entryKind,
      entryId: submissionItem.entryId,
      number: entry.number,
      label: sql<string | null>`case when ${isRedacted} then null else ${visibleLabel(within)} end`,
      isDeleted: sql<boolean>`${entry.deletedAt} is not null`,
      naming,
    })
    .from(submissionItem)
    .leftJoin(entry, eq(entry.id, submissionItem.entryId))
    .where(inArray(submissionItem.roundId, roundIds))
    .orderBy(asc(submissionItem.roundId), asc(submissionItem.position))
}

/** Which of these accounts have published anything already. */
export async function findPublishingAccounts(db: Queryable, ids: number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const published = db.select({ one: sql`1` }).from(revision).where(eq(revision.authorId, account.id))
  const rows = await db
    .select({ id: account.id })
    .from(account)
    .where(and(inArray(account.id, ids), exists(published)))
  return new Set(rows.map((row) => row.id))
}

/** Whether others changed the entry after the version that the current revision's last round was written on. */
const isMergedWithOthers = sql<boolean>`exists (select from ${revision} o
  where o.entry_id = ${revision.entryId} and o.number < ${revision.number}
    and o.author_id is distinct from ${revision.authorId}
    and o.number > (select i.base_number from ${submissionItem} i
      join ${submissionRound} r on r.id = i.round_id
      where r.submission_id = ${revision.submissionId} and i.entry_id = ${revision.entryId}
      order by r.id desc limit 1))`

/** The revisions that submissions became, with their entries; the label is null where the scope hides it. */
export async function findPublishedBy(db: Queryable, within: ReadScope, submissionIds: number[]) {
  if (submissionIds.length === 0) return []
  return db
    .select({
      submissionId: revision.submissionId,
      revisionId: revision.id,
      previousId: previous.id,
      entryId: entry.id,
      kind: entry.kind,
      number: entry.number,
      label: visibleLabel(within),
      isDeleted: sql<boolean>`${entry.deletedAt} is not null`,
      isMerged: isMergedWithOthers,
    })
    .from(revision)
    .innerJoin(entry, eq(entry.id, revision.entryId))
    .leftJoin(
      previous,
      and(eq(previous.entryId, revision.entryId), eq(previous.number, revision.parentNumber)),
    )
    .where(inArray(revision.submissionId, submissionIds))
    .orderBy(asc(revision.sequence))
}
