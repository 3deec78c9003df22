import { and, asc, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { account } from '@/db/accounts/schema'
import { entry } from '@/db/entries/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'
import { revision } from '@/db/revisions/schema'
import { comment, commentVersion, thread } from '@/db/talk/schema'
import { ofFacts, type ReadScope } from '@/db/visibility/read-scope'
import { idUnlessWithheld, isCommentClosed, unlessClosed, unlessWithheld } from './withheld-comments'

type Comment = typeof comment.$inferSelect
export type CommentState = Comment['state']

/** Writes a comment, and gives its id. */
export async function insertComment(
  tx: Tx,
  row: Pick<
    Comment,
    'threadId' | 'number' | 'answers' | 'authorId' | 'words' | 'mentions' | 'state' | 'gatePageId'
  >,
): Promise<number> {
  const [written] = await tx.insert(comment).values(row).returning({ id: comment.id })
  if (!written) throw new Error('the comment was not written')
  return written.id
}

/** The thread of a comment; null when there is no such comment. */
export async function findThreadOf(
  db: Queryable,
  commentId: number,
): Promise<{ threadId: number; entryId: number | null; submissionId: number | null } | null> {
  const [row] = await db
    .select({ threadId: thread.id, entryId: thread.entryId, submissionId: thread.submissionId })
    .from(comment)
    .innerJoin(thread, eq(thread.id, comment.threadId))
    .where(eq(comment.id, commentId))
  return row ?? null
}

/** A comment of a locked thread, whole; null when there is none. */
export async function findWholeComment(tx: Tx, id: number): Promise<Comment | null> {
  const [row] = await tx.select().from(comment).where(eq(comment.id, id))
  return row ?? null
}

/** Whether a comment of this number of a thread is shown, with its words: only such a one is answered. */
export async function isAnswerable(db: Queryable, threadId: number, number: number): Promise<boolean> {
  const rows = await db
    .select({ id: comment.id })
    .from(comment)
    .where(
      and(
        eq(comment.threadId, threadId),
        eq(comment.number, number),
        eq(comment.state, 'shown'),
        isNull(comment.withheld),
      ),
    )
  return rows.length > 0
}

/** Replaces a comment's words, and until where it tells, and keeps what it said before. */
export async function replaceWords(
  tx: Tx,
  { id, words }: Pick<Comment, 'id' | 'words'>,
  next: Pick<Comment, 'mentions' | 'gatePageId'> & { words: string },
): Promise<void> {
  if (words !== null && words !== next.words) await tx.insert(commentVersion).values({ commentId: id, words })
  await tx
    .update(comment)
    .set({ ...next, editedAt: sql`now()` })
    .where(eq(comment.id, id))
}

/** What a comment said before, oldest first, at most 50. */
export async function findVersions(
  db: Queryable,
  commentId: number,
): Promise<{ words: string; replacedAt: Date }[]> {
  return db
    .select({ words: commentVersion.words, replacedAt: commentVersion.replacedAt })
    .from(commentVersion)
    .where(eq(commentVersion.commentId, commentId))
    .orderBy(asc(commentVersion.id))
    .limit(50)
}

/** A held comment is shown, declined or taken back; by whom, and why, where a moderator did it. */
export async function setState(
  tx: Tx,
  id: number,
  state: CommentState,
  decided: { byId: number; reason: string | null } | null,
): Promise<void> {
  await tx
    .update(comment)
    .set({
      state,
      ...(decided && {
        decidedById: decided.byId,
        decidedAt: sql`now()`,
        decisionReason: decided.reason,
      }),
    })
    .where(eq(comment.id, id))
}

/** Withholds a comment's words, or shows them again. What is erased is destroyed, with what it said before. */
export async function setWithheld(
  tx: Tx,
  id: number,
  withheld: { strength: NonNullable<Comment['withheld']>; byId: number; reason: string } | null,
): Promise<void> {
  const isErased = withheld?.strength === 'erased'
  await tx
    .update(comment)
    .set({
      withheld: withheld?.strength ?? null,
      withheldById: withheld?.byId ?? null,
      withheldAt: withheld && sql`now()`,
      withheldReason: withheld?.reason ?? null,
      ...(isErased && { words: null, mentions: [] }),
    })
    .where(eq(comment.id, id))
  if (isErased) await tx.delete(commentVersion).where(eq(commentVersion.commentId, id))
}

/** Closes a comment's words to the public until then, or opens them again. */
export async function setCheckedUntil(tx: Tx, id: number, until: Date | null): Promise<void> {
  await tx.update(comment).set({ checkedUntil: until }).where(eq(comment.id, id))
}

const answered = alias(comment, 'answered')
const answeredAuthor = alias(account, 'answered_author')

/** A comment as the scope shows it: without words and author where they are withheld, without words where it is closed. */
const columns = (within: ReadScope) => ({
  id: comment.id,
  threadId: comment.threadId,
  number: comment.number,
  answers: comment.answers,
  state: comment.state,
  words: unlessClosed(within, comment, comment.words),
  isClosed: isCommentClosed(within, comment),
  gatePageId: comment.gatePageId,
  authorId: idUnlessWithheld(within, comment, comment.authorId),
  authorName: unlessWithheld(within, comment, account.name),
  mentions: comment.mentions,
  createdAt: comment.createdAt,
  editedAt: comment.editedAt,
  withheld: comment.withheld,
  checkedUntil: comment.checkedUntil,
  /** Who wrote what it answers; null where that is withheld. */
  answeredName: unlessWithheld(within, answered, answeredAuthor.name),
})

const selected = (db: Queryable, within: ReadScope) =>
  db
    .select(columns(within))
    .from(comment)
    .innerJoin(account, eq(account.id, comment.authorId))
    .leftJoin(answered, and(eq(answered.threadId, comment.threadId), eq(answered.number, comment.answers)))
    .leftJoin(answeredAuthor, eq(answeredAuthor.id, answered.authorId))

export type CommentRow = Awaited<ReturnType<typeof selected>>[number]

const { placeholder } = sql
const commentsOfThread = prepared((db, within: ReadScope) =>
  selected(db, within)
    .where(
      and(
        sql`${comment.threadId} = ${placeholder('threadId')}`,
        gte(comment.number, placeholder('from')),
        lt(comment.number, placeholder('before')),
        eq(comment.state, 'shown'),
      ),
    )
    .orderBy(asc(comment.number))
    .prepare('comments_of_thread'),
)

/** The shown comments of a thread numbered at least `from` and below `before`. */
export function findComments(
  db: Queryable,
  within: ReadScope,
  wanted: { threadId: number; from: number; before: number },
): Promise<CommentRow[]> {
  return commentsOfThread(db, within).execute(wanted)
}

/** One comment in whatever state; null when there is none. */
export async function findComment(db: Queryable, within: ReadScope, id: number): Promise<CommentRow | null> {
  const [row] = await selected(db, within).where(eq(comment.id, id))
  return row ?? null
}

/** What moderators decided about a comment, and why it is withheld; each null for nothing. */
export async function findDecisionsOn(db: Queryable, id: number) {
  const [row] = await db
    .select({
      declinedReason: comment.decisionReason,
      decidedAt: comment.decidedAt,
      withheldReason: comment.withheldReason,
      withheldAt: comment.withheldAt,
      withheldByName: account.name,
    })
    .from(comment)
    .leftJoin(account, eq(account.id, comment.withheldById))
    .where(eq(comment.id, id))
  return row ?? null
}

/** The ids of the facts with these numbers, by number. */
export async function findFactIds(db: Queryable, numbers: number[]): Promise<Map<number, number>> {
  if (numbers.length === 0) return new Map()
  const rows = await db
    .select({ id: entry.id, number: entry.number })
    .from(entry)
    .where(and(ofFacts, inArray(entry.number, numbers)))
  return new Map(rows.map(({ id, number }) => [number, id]))
}

/** The accounts with these name keys. */
export async function findAccountsNamed(
  db: Queryable,
  nameKeys: string[],
): Promise<{ id: number; nameKey: string }[]> {
  if (nameKeys.length === 0) return []
  return db
    .select({ id: account.id, nameKey: account.nameKey })
    .from(account)
    .where(inArray(account.nameKey, nameKeys))
}

/** The names of these accounts now. */
export async function findAccountNames(db: Queryable, ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: account.id, name: account.name })
    .from(account)
    .where(inArray(account.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Whether anything that an account wrote was ever published. */
export async function hasPublished(db: Queryable, accountId: number): Promise<boolean> {
  const rows = await db
    .select({ id: revision.id })
    .from(revision)
    .where(eq(revision.authorId, accountId))
    .limit(1)
  return rows.length > 0
}
