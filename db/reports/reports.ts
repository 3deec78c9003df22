import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, ne, not, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { account } from '@/db/accounts/schema'
import { type EntryKind, entry } from '@/db/entries/schema'
import type { Primary, Queryable, Tx } from '@/db/postgres/client'
import { checkedWords, report, type reportTarget } from '@/db/reports/schema'
import { revision } from '@/db/revisions/schema'
import { visibleLabel } from '@/db/visibility/private-life'
import { type ReadScope, shownEntries } from '@/db/visibility/read-scope'

/** The subject of a report, by ids. */
export interface Reported {
  target: (typeof reportTarget.enumValues)[number]
  entryId: number | null
  revisionId: number | null
  commentId: number | null
  aboutAccountId: number | null
  /** The piece of the entry that is meant; null for all of it. */
  piece: string | null
}

type NewReport = Reported &
  Pick<
    typeof report.$inferInsert,
    'receipt' | 'urgency' | 'category' | 'words' | 'address' | 'byId' | 'wish' | 'contact'
  >

/** Writes a report and gives its id; null when one with this receipt is there already. */
export async function insertReport(tx: Tx, row: NewReport): Promise<number | null> {
  const [written] = await tx
    .insert(report)
    .values(row)
    .onConflictDoNothing({ target: report.receipt })
    .returning({ id: report.id })
  return written?.id ?? null
}

/** Whether a report of a category about an entry is open: with this fragment in its address, where one is given. */
export async function hasOpenReport(
  db: Queryable,
  about: { entryId: number; category: string; fragment: string | null },
): Promise<boolean> {
  const [row] = await db
    .select({ id: report.id })
    .from(report)
    .where(
      and(
        eq(report.entryId, about.entryId),
        eq(report.category, about.category),
        isNull(report.closedAt),
        about.fragment === null ? undefined : sql`split_part(${report.address}, '#', 2) = ${about.fragment}`,
      ),
    )
    .limit(1)
  return row !== undefined
}

/** The state of a report for the holder of its receipt; null when no report has it. */
export async function findReportByReceipt(db: Queryable, receipt: string) {
  const { urgency, createdAt, seenAt, closedAt, outcome, answer } = report
  const [row] = await db
    .select({ receipt: report.receipt, urgency, createdAt, seenAt, closedAt, outcome, answer })
    .from(report)
    .where(eq(report.receipt, receipt))
  return row ?? null
}

/** The answers to these reports, by the receipts that their senders hold; those that stand open again have none. */
export async function findAnswers(db: Queryable, ids: number[]) {
  if (ids.length === 0) return []
  const { id, receipt, outcome, answer } = report
  return db.select({ id, receipt, outcome, answer }).from(report).where(inArray(id, ids))
}

/** The id of the entry of a kind with this number, whatever its state; null when there is none. */
export async function findAnyEntryId(db: Queryable, kind: EntryKind, number: number): Promise<number | null> {
  const [row] = await db
    .select({ id: entry.id })
    .from(entry)
    .where(and(eq(entry.kind, kind), eq(entry.number, number)))
  return row?.id ?? null
}

/** The entry and the author (null for one from elsewhere) of a revision, even if hidden; null when there is none. */
export async function findAnyRevision(
  db: Queryable,
  id: number,
): Promise<{ entryId: number; authorId: number | null } | null> {
  const [row] = await db
    .select({ entryId: revision.entryId, authorId: revision.authorId })
    .from(revision)
    .where(eq(revision.id, id))
  return row ?? null
}

/** An entry as far as the scope shows it; null when it is not shown. */
export async function findReportedEntry(db: Queryable, within: ReadScope, id: number) {
  const [row] = await db
    .select({
      kind: entry.kind,
      number: entry.number,
      label: visibleLabel(within),
      isDeleted: sql<boolean>`${entry.deletedAt} is not null`,
    })
    .from(entry)
    .where(and(eq(entry.id, id), shownEntries(within)))
  return row ?? null
}

const earlier = alias(report, 'earlier')
const CLOSING = sql.raw("('personal_information', 'threat', 'child')")

/** That another report is about the same as the current one, and both may close its words. */
const isAlike = (other: typeof earlier): SQL =>
  sql`(${other.entryId} = ${report.entryId} and ${other.target} = ${report.target}
    and ${other.revisionId} is not distinct from ${report.revisionId}
    and ${other.commentId} is not distinct from ${report.commentId}
    and ${other.piece} is not distinct from ${report.piece}
    and ${other.closedAt} is null and ${other.category} in ${CLOSING} and ${report.category} in ${CLOSING})`

/** The first of those that are alike: a list shows them as one. */
const isFirstAlike = sql`not exists (select from ${report} earlier where ${isAlike(earlier)} and earlier.id < ${report.id})`

/** That it, or one alike, is the one by which words are closed now: those stand in a list of their own. */
const isBeingChecked = sql`exists (select from ${checkedWords} c join ${report} earlier on earlier.id = c.report_id
  where c.ended_at is null and c.until > now() and (earlier.id = ${report.id} or ${isAlike(earlier)}))`

const reporter = alias(account, 'reporter')
const closer = alias(account, 'closer')

const columns = {
  id: report.id,
  urgency: report.urgency,
  target: report.target,
  category: report.category,
  words: report.words,
  address: report.address,
  wish: report.wish,
  contact: report.contact,
  entryId: report.entryId,
  revisionId: report.revisionId,
  commentId: report.commentId,
  aboutAccountId: report.aboutAccountId,
  piece: report.piece,
  createdAt: report.createdAt,
  seenAt: report.seenAt,
  closedAt: report.closedAt,
  outcome: report.outcome,
  answer: report.answer,
  clearedAt: report.clearedAt,
  byId: report.byId,
  byName: reporter.name,
  closedById: report.closedById,
  closedByName: closer.name,
  /** How many open ones are about the same, itself included, counted up to a hundred. */
  alike: sql<number>`(select count(*)::int from (select from ${report} earlier where ${isAlike(earlier)} limit 100) counted)`,
}

const selected = (db: Queryable) =>
  db
    .select(columns)
    .from(report)
    .leftJoin(reporter, eq(reporter.id, report.byId))
    .leftJoin(closer, eq(closer.id, report.closedById))

export type ReportRow = Awaited<ReturnType<typeof selected>>[number]

/** Nobody reads reports about themselves. */
const notAbout = (accountId: number): SQL => sql`${report.aboutAccountId} is distinct from ${accountId}`

/**
 * Open reports, those alike as one, the urgent first, then the oldest, after the place of report `after`; none about
 * account `reader`, and none by which words are closed now (`findCheckedNow`).
 */
export function findOpenReports(
  db: Queryable,
  reader: number,
  after: number | null,
  most: number,
): Promise<ReportRow[]> {
  const beyond =
    after === null
      ? undefined
      : sql`(${report.urgency}, ${report.id}) > (select r.urgency, r.id from report r where r.id = ${after})`
  return selected(db)
    .where(and(isNull(report.closedAt), isFirstAlike, not(isBeingChecked), notAbout(reader), beyond))
    .orderBy(asc(report.urgency), asc(report.id))
    .limit(most)
}

/** Closed reports, the last closed first, after the place of report `after`; none about account `reader`. */
export function findClosedReports(
  db: Queryable,
  reader: number,
  after: number | null,
  most: number,
): Promise<ReportRow[]> {
  const beyond =
    after === null
      ? undefined
      : sql`(${report.closedAt}, ${report.id}) < (select r.closed_at, r.id from report r where r.id = ${after})`
  return selected(db)
    .where(and(isNotNull(report.closedAt), notAbout(reader), beyond))
    .orderBy(desc(report.closedAt), desc(report.id))
    .limit(most)
}

/** A report by id; null when there is none, or it is about account `reader`. */
export async function findReport(db: Queryable, reader: number, id: number): Promise<ReportRow | null> {
  const [row] = await selected(db).where(and(eq(report.id, id), notAbout(reader)))
  return row ?? null
}

/** Reports by their ids, those about account `reader` left out. */
export function findReportsAmong(db: Queryable, reader: number, ids: number[]): Promise<ReportRow[]> {
  if (ids.length === 0) return Promise.resolve([])
  return selected(db).where(and(inArray(report.id, ids), notAbout(reader)))
}

/** Other reports about the same entry or account, the newest first; none about account `reader`. */
export function findSimilarReports(
  db: Queryable,
  reader: number,
  to: Pick<ReportRow, 'id' | 'entryId' | 'aboutAccountId'>,
  most: number,
): Promise<ReportRow[]> {
  const same = or(
    to.entryId === null ? undefined : eq(report.entryId, to.entryId),
    to.aboutAccountId === null ? undefined : eq(report.aboutAccountId, to.aboutAccountId),
  )
  if (!same) return Promise.resolve([])
  return selected(db)
    .where(and(same, ne(report.id, to.id), notAbout(reader)))
    .orderBy(desc(report.id))
    .limit(most)
}

/** The next open report after report `id`: the first of the list except that one; null when there is none. */
export async function findFirstOpenReport(db: Queryable, reader: number, id: number): Promise<number | null> {
  const [row] = await db
    .select({ id: report.id })
    .from(report)
    .where(and(isNull(report.closedAt), notAbout(reader), ne(report.id, id)))
    .orderBy(asc(report.urgency), asc(report.id))
    .limit(1)
  return row?.id ?? null
}

/** Records that a moderator has opened a report, the first time. */
export async function markSeen(db: Primary, id: number): Promise<void> {
  await db
    .update(report)
    .set({ seenAt: sql`now()` })
    .where(and(eq(report.id, id), isNull(report.seenAt)))
}

/** Locks a report until the transaction ends and gives it with who closed it; null when there is none. */
export async function lockReport(tx: Tx, id: number): Promise<ReportRow | null> {
  await tx.select({ id: report.id }).from(report).where(eq(report.id, id)).for('no key update')
  const [row] = await selected(tx).where(eq(report.id, id))
  return row ?? null
}

/** Closes a report with its outcome, or reopens it when that is null. */
export async function setOutcome(
  tx: Tx,
  id: number,
  closed: { byId: number; outcome: string; answer: string | null } | null,
): Promise<void> {
  const { byId = null, outcome = null, answer = null } = closed ?? {}
  await tx
    .update(report)
    .set({ closedById: byId, closedAt: closed ? sql`now()` : null, outcome, answer })
    .where(eq(report.id, id))
}

/** Erases the text of a report. */
export async function clearWords(tx: Tx, id: number): Promise<void> {
  await tx.update(report).set({ words: '', contact: null, clearedAt: sql`now()` }).where(eq(report.id, id))
}

/** Erases the texts of reports that were closed more than a year ago. */
export async function forgetOldReports(db: Primary): Promise<void> {
  await db
    .update(report)
    .set({ words: '', contact: null, clearedAt: sql`now()` })
    .where(and(isNull(report.clearedAt), lt(report.closedAt, sql`now() - interval '1 year'`)))
}
