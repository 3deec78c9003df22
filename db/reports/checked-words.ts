import { and, asc, desc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { account, networkTrace } from '@/db/accounts/schema'
import { entry, factFacet } from '@/db/entries/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { checkedWords, report } from '@/db/reports/schema'
import type { Reported } from './reports'

export type CheckedWords = typeof checkedWords.$inferSelect
export type CheckEnding = NonNullable<CheckedWords['ending']>

/** What has words that a report can close. */
export type Checked = Pick<CheckedWords, 'target' | 'targetId' | 'piece' | 'number'>

/** Closes words for so many hours, and gives when that ends and its id. */
export async function insertChecked(
  tx: Tx,
  row: Checked & Pick<CheckedWords, 'reportId' | 'hash'>,
  hours: number,
): Promise<Pick<CheckedWords, 'id' | 'until'>> {
  const [written] = await tx
    .insert(checkedWords)
    .values({ ...row, until: sql`now() + make_interval(hours => ${hours})` })
    .returning({ id: checkedWords.id, until: checkedWords.until })
  if (!written) throw new Error('the closing of words was not written')
  return written
}

/**
 * Whether these words are never closed by a report (again): they were before, of the same thing; they are now; or a
 * moderator let them stand, wherever that was.
 */
export async function isClosedBefore(
  tx: Tx,
  { target, targetId, piece, hash }: Checked & { hash: string },
): Promise<boolean> {
  const isSame = and(eq(checkedWords.target, target), eq(checkedWords.targetId, targetId))
  const [row] = await tx
    .select({ id: checkedWords.id })
    .from(checkedWords)
    .where(
      or(
        and(
          isSame,
          or(eq(checkedWords.hash, hash), and(eq(checkedWords.piece, piece), isNull(checkedWords.endedAt))),
        ),
        and(eq(checkedWords.hash, hash), sql`${checkedWords.ending} = 'upheld'`),
      ),
    )
    .limit(1)
  return row !== undefined
}

/** A closing of words, for the reports about them. */
const shownColumns = {
  id: checkedWords.id,
  target: checkedWords.target,
  targetId: checkedWords.targetId,
  piece: checkedWords.piece,
  number: checkedWords.number,
  until: checkedWords.until,
  ending: checkedWords.ending,
  endedByName: account.name,
}

/** The last closing of the words that a report is about, by whichever report; null where nothing was closed. */
export async function findCheckedOf(db: Queryable, about: Reported) {
  const [row] = await db
    .select(shownColumns)
    .from(checkedWords)
    .innerJoin(report, eq(report.id, checkedWords.reportId))
    .leftJoin(account, eq(account.id, checkedWords.endedById))
    .where(isSameThing(about))
    .orderBy(desc(checkedWords.id))
    .limit(1)
  return row ?? null
}

export type ShownChecked = NonNullable<Awaited<ReturnType<typeof findCheckedOf>>>

/** The reports whose words are closed now, with until when, those that end first at the top; at most so many. */
export async function findCheckedNow(
  db: Queryable,
  most: number,
): Promise<{ reportId: number; until: Date }[]> {
  const until = sql<Date>`min(${checkedWords.until})`.mapWith(checkedWords.until)
  return db
    .select({ reportId: checkedWords.reportId, until })
    .from(checkedWords)
    .where(and(isNull(checkedWords.endedAt), gt(checkedWords.until, sql`now()`)))
    .groupBy(checkedWords.reportId)
    .orderBy(asc(until), asc(checkedWords.reportId))
    .limit(most)
}

/** Of these facts, those that are closed while they are checked, by number. */
export async function findFactsBeingChecked(
  db: Queryable,
  ids: readonly number[],
): Promise<{ id: number; number: number }[]> {
  if (ids.length === 0) return []
  return db
    .select({ id: entry.id, number: entry.number })
    .from(entry)
    .innerJoin(factFacet, eq(factFacet.entryId, entry.id))
    .where(
      and(
        inArray(entry.id, [...ids]),
        isNull(entry.deletedAt),
        // What is closed for good is not being checked.
        sql`${factFacet.closedUntil} between now() and now() + interval '1 day'`,
      ),
    )
}

/** Locks the closing of words of this id; null when there is none. */
export async function lockChecked(tx: Tx, id: number): Promise<CheckedWords | null> {
  const [row] = await tx.select().from(checkedWords).where(eq(checkedWords.id, id)).for('update')
  return row ?? null
}

/** The closings that one report caused and that stand, locked in the order of their ids. */
export async function lockCheckedBy(tx: Tx, reportId: number): Promise<CheckedWords[]> {
  return tx
    .select()
    .from(checkedWords)
    .where(and(eq(checkedWords.reportId, reportId), isNull(checkedWords.endedAt)))
    .orderBy(asc(checkedWords.id))
    .for('update')
}

/** Says how the closing of words ended. */
export async function endChecked(
  tx: Tx,
  id: number,
  ending: CheckEnding,
  byId: number | null,
): Promise<void> {
  await tx
    .update(checkedWords)
    .set({ ending, endedById: byId, endedAt: sql`now()` })
    .where(eq(checkedWords.id, id))
}

/** The closings beyond this id that have run out and were not ended, in order, at most so many. */
export async function findRunOutCheckedIds(db: Queryable, after: number, most: number): Promise<number[]> {
  const rows = await db
    .select({ id: checkedWords.id })
    .from(checkedWords)
    .where(and(gt(checkedWords.id, after), isNull(checkedWords.endedAt), lte(checkedWords.until, sql`now()`)))
    .orderBy(asc(checkedWords.id))
    .limit(most)
  return rows.map(({ id }) => id)
}

/** That a report is about the same as another, whoever sent it. */
export const isSameThing = (about: Reported) =>
  and(
    eq(report.target, about.target),
    sql`${report.entryId} is not distinct from ${about.entryId}`,
    sql`${report.revisionId} is not distinct from ${about.revisionId}`,
    sql`${report.commentId} is not distinct from ${about.commentId}`,
    sql`${report.aboutAccountId} is not distinct from ${about.aboutAccountId}`,
    sql`${report.piece} is not distinct from ${about.piece}`,
  )

/** The open reports of the same in these categories, that one included, locked in the order of their ids. */
export async function findSameReports(
  tx: Tx,
  about: Reported,
  categories: readonly string[],
): Promise<number[]> {
  const rows = await tx
    .select({ id: report.id })
    .from(report)
    .where(and(isSameThing(about), isNull(report.closedAt), inArray(report.category, [...categories])))
    .orderBy(asc(report.id))
    .for('no key update')
  return rows.map(({ id }) => id)
}

/** How many texts an account's reports have closed within a day. */
export async function countClosedBy(tx: Tx, accountId: number): Promise<number> {
  const [row] = await tx
    .select({ many: sql<number>`count(*)::int` })
    .from(checkedWords)
    .innerJoin(report, eq(report.id, checkedWords.reportId))
    .where(and(eq(report.byId, accountId), gt(checkedWords.at, sql`now() - interval '1 day'`)))
  return row?.many ?? 0
}

/** An account that has reported something, as far as the rules weigh it. */
export interface FoundReporter {
  accountId: number
  createdAt: Date
  /** The network that its report came from; null where that is not known (any more). */
  network: string | null
  /** Whether it has ever written from the network that was asked about, or that one's account from its own. */
  isNear: boolean
}

/**
 * Other accounts with open reports of the same thing in these categories, each once: at most 20, the first ones first.
 * `by` is who reports it now, and from where.
 */
export async function findOtherReporters(
  tx: Tx,
  about: Reported,
  categories: readonly string[],
  by: { accountId: number; network: string | null },
): Promise<FoundReporter[]> {
  const trace = tx
    .select({ hash: networkTrace.networkHash })
    .from(networkTrace)
    .where(
      and(
        eq(networkTrace.accountId, report.byId),
        // Written in the transaction of the report itself.
        eq(networkTrace.at, report.createdAt),
        eq(networkTrace.operation, 'report.file'),
      ),
    )
    .limit(1)
  const network = sql<string | null>`(${trace})`
  const isNear = sql<boolean>`exists (select from ${networkTrace} n
    where n.network_hash = ${by.network} and n.account_id = ${report.byId})
    or exists (select from ${networkTrace} n where n.network_hash = (${trace}) and n.account_id = ${by.accountId})`
  const rows = await tx
    .select({ accountId: account.id, createdAt: account.createdAt, network, isNear })
    .from(report)
    .innerJoin(account, eq(account.id, report.byId))
    .where(
      and(
        isSameThing(about),
        isNull(report.closedAt),
        inArray(report.category, [...categories]),
        sql`${account.id} <> ${by.accountId}`,
      ),
    )
    .orderBy(asc(report.id))
    .limit(20)
  return rows
}
