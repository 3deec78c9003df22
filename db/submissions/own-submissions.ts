import { and, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/postgres/client'
import { submission, submissionItem, submissionRound } from '@/db/submissions/schema'

/** A reviewer asked for changes, or declined it and its author has not seen why. */
export const isAuthorsTurn: SQL = sql`(${submission.state} = 'changes_requested' or (${submission.state} = 'declined' and ${submission.isUnseen}))`

/** An account's submissions that its author still has something to do about, or that wait for review. */
const isOpenOf = (authorId: SQL) =>
  and(
    eq(submission.authorId, authorId),
    inArray(submission.state, ['waiting', 'changes_requested', 'declined']),
    or(eq(submission.state, 'waiting'), isAuthorsTurn),
  )

/** How many of an account's submissions wait for a reviewer, and how many for their author, by what they wait for. */
export interface OwnCounts {
  /** For a decision. */
  waiting: number
  /** For the changes that a reviewer asked for. */
  changesRequested: number
  /** Declined, and the author has not seen it yet. */
  declined: number
}

/** Counts an account's submissions by whose turn it is: an expression. */
export function ownCounts(accountId: SQL): SQL<OwnCounts> {
  const of = (state: (typeof submission.$inferSelect)['state']) =>
    sql`count(*) filter (where ${submission.state} = ${sql.raw(`'${state}'`)})`
  return sql`(select json_build_object('waiting', ${of('waiting')},
      'changesRequested', ${of('changes_requested')}, 'declined', ${of('declined')})
    from ${submission} where ${isOpenOf(accountId)})`
}

/** An entry that one's own edit would change, and the state of that edit. */
export interface OwnEdit {
  entryId: number
  submissionId: number
  state: 'waiting' | 'changes_requested' | 'declined'
}

/** A new entry of one's own that is not published: a page by its title, any other by the pages that it is about. */
export interface OwnNew {
  submissionId: number
  title: string | null
  about: number[]
}

/** The new entries of an account's open submissions, each the first of its submission, the newest first, at most 20. */
export async function findOwnNew(db: Queryable, authorId: number): Promise<OwnNew[]> {
  const latest = sql`(select max(r.id) from submission_round r where r.submission_id = ${submission.id})`
  const { content } = submissionItem
  return db
    .select({
      submissionId: submission.id,
      title: sql<string | null>`${content}->>'title'`,
      about: sql<number[]>`coalesce(${content}->'about', '[]')`,
    })
    .from(submission)
    .innerJoin(submissionRound, eq(submissionRound.id, latest))
    .innerJoin(submissionItem, eq(submissionItem.roundId, submissionRound.id))
    .where(and(isOpenOf(sql`${authorId}`), isNull(submissionItem.entryId), eq(submissionItem.position, 1)))
    .orderBy(desc(submission.id))
    .limit(20)
}

/**
 * The entries that an account's open submissions would currently change, each with the newest of them, but first with
 * one that is its author's turn; at most 100, those first that are. An expression.
 */
export function ownEdits(db: Queryable, authorId: SQL): SQL<OwnEdit[]> {
  const latest = sql`(select max(r.id) from submission_round r where r.submission_id = ${submission.id})`
  const each = db
    .selectDistinctOn([submissionItem.entryId], {
      entryId: sql`${submissionItem.entryId}`.as('entry_id'),
      submissionId: sql`${submission.id}`.as('submission_id'),
      state: sql`${submission.state}`.as('state'),
      isTurn: sql<boolean>`${isAuthorsTurn}`.as('is_turn'),
    })
    .from(submission)
    .innerJoin(submissionRound, eq(submissionRound.id, latest))
    .innerJoin(submissionItem, eq(submissionItem.roundId, submissionRound.id))
    .where(and(isOpenOf(authorId), isNotNull(submissionItem.entryId)))
    .orderBy(submissionItem.entryId, desc(isAuthorsTurn), desc(submission.id))
    .as('each')
  const first = db
    .select()
    .from(each)
    .orderBy(desc(each.isTurn), desc(each.submissionId))
    .limit(100)
    .as('first')
  return sql`(select coalesce(json_agg(json_build_object('entryId', first.entry_id,
    'submissionId', first.submission_id, 'state', first.state)), '[]') from ${first})`
}
