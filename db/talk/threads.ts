import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { account } from '@/db/accounts/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { hiddenFromPlanner } from '@/db/postgres/hidden-from-planner'
import { prepared } from '@/db/postgres/prepared'
import { comment, thread } from '@/db/talk/schema'
import type { ReadScope } from '@/db/visibility/read-scope'
import { idUnlessWithheld, isCommentClosed, unlessClosed, unlessWithheld } from './withheld-comments'

type Thread = typeof thread.$inferSelect

/** What a thread is about: an entry, or a submission. */
export type ThreadSubject = { entryId: number; submissionId: null } | { entryId: null; submissionId: number }

/** Writes a thread without comments, and gives its id. */
export async function insertThread(
  tx: Tx,
  row: ThreadSubject & Pick<Thread, 'subject' | 'startedById' | 'isShown'>,
): Promise<number> {
  const [written] = await tx.insert(thread).values(row).returning({ id: thread.id })
  if (!written) throw new Error('the thread was not written')
  return written.id
}

/** Locks a thread and gives its row; null when there is none. */
export async function lockThread(tx: Tx, id: number): Promise<Thread | null> {
  const [row] = await tx.select().from(thread).where(eq(thread.id, id)).for('no key update')
  return row ?? null
}

/** The conversation of a submission, locked; made where nobody has written in it yet. */
export async function lockConversation(tx: Tx, submissionId: number, startedById: number): Promise<Thread> {
  await tx
    .insert(thread)
    .values({ submissionId, entryId: null, subject: '', startedById, isShown: false })
    .onConflictDoNothing()
  const [row] = await tx
    .select()
    .from(thread)
    .where(eq(thread.submissionId, submissionId))
    .for('no key update')
  if (!row) throw new Error(`submission ${submissionId} has no conversation`)
  return row
}

/** The conversation of a submission; null where nobody has written in it yet. */
export async function findConversation(
  db: Queryable,
  submissionId: number,
): Promise<Pick<Thread, 'id' | 'lastNumber' | 'comments'> | null> {
  const [row] = await db
    .select({ id: thread.id, lastNumber: thread.lastNumber, comments: thread.comments })
    .from(thread)
    .where(eq(thread.submissionId, submissionId))
  return row ?? null
}

/** Counts one more number in a locked thread, and gives it. */
export async function takeNumber(tx: Tx, id: number): Promise<number> {
  const [row] = await tx
    .update(thread)
    .set({ lastNumber: sql`${thread.lastNumber} + 1` })
    .where(eq(thread.id, id))
    .returning({ number: thread.lastNumber })
  if (!row) throw new Error(`thread ${id} is not there`)
  return row.number
}

/** A comment of a locked thread is shown from now on: the first one shows the thread. */
export async function countShownComment(
  tx: Tx,
  id: number,
  shown: { commentId: number; number: number },
): Promise<void> {
  await tx
    .update(thread)
    .set({
      comments: sql`${thread.comments} + 1`,
      lastId: shown.commentId,
      lastAt: sql`now()`,
      ...(shown.number === 1 && { isShown: true }),
    })
    .where(eq(thread.id, id))
}

/** Settles a locked thread, with what came of it, or opens it again. */
export async function setSettled(
  tx: Tx,
  id: number,
  settled: { byId: number; outcome: string } | null,
): Promise<void> {
  await tx
    .update(thread)
    .set({
      isOpen: settled === null,
      closedAt: settled && sql`now()`,
      closedById: settled?.byId ?? null,
      outcome: settled?.outcome ?? '',
    })
    .where(eq(thread.id, id))
}

/** Takes away the words of a thread whose first comment is erased. */
export async function eraseSubject(tx: Tx, id: number): Promise<void> {
  await tx.update(thread).set({ subject: '', outcome: '' }).where(eq(thread.id, id))
}

const starter = alias(account, 'starter')
const closer = alias(account, 'closer')
const lastAuthor = alias(account, 'last_author')
const first = alias(comment, 'first_comment')
const last = alias(comment, 'last_comment')

/** Whether the words of a thread are closed to the scope, with those of the comment that it begins with, and by which place. */
const closing = (within: ReadScope) => ({
  isClosed: isCommentClosed(within, first),
  gatePageId: first.gatePageId,
})

/** A thread as the scope shows it: its words are null where they are withheld or closed, its names where they are withheld. */
const columns = (within: ReadScope) => ({
  id: thread.id,
  entryId: thread.entryId,
  submissionId: thread.submissionId,
  subject: unlessClosed(within, first, thread.subject),
  ...closing(within),
  startedById: idUnlessWithheld(within, first, thread.startedById),
  startedByName: unlessWithheld(within, first, starter.name),
  createdAt: thread.createdAt,
  isShown: thread.isShown,
  isOpen: thread.isOpen,
  closedAt: thread.closedAt,
  closedById: thread.closedById,
  closedByName: closer.name,
  outcome: unlessClosed(within, first, thread.outcome),
  comments: thread.comments,
  lastNumber: thread.lastNumber,
  lastAt: thread.lastAt,
  lastById: idUnlessWithheld(within, last, last.authorId),
  lastByName: unlessWithheld(within, last, lastAuthor.name),
})

const selected = (db: Queryable, within: ReadScope) =>
  db
    .select(columns(within))
    .from(thread)
    .innerJoin(first, and(eq(first.threadId, thread.id), eq(first.number, 1)))
    .innerJoin(starter, eq(starter.id, thread.startedById))
    .leftJoin(closer, eq(closer.id, thread.closedById))
    .leftJoin(last, eq(last.id, thread.lastId))
    .leftJoin(lastAuthor, eq(lastAuthor.id, last.authorId))

export type ThreadRow = Awaited<ReturnType<typeof selected>>[number]

const oneThread = prepared((db, within: ReadScope) =>
  selected(db, within)
    .where(eq(thread.id, sql.placeholder('id')))
    .prepare('thread_by_id'),
)

/** One thread, whether it is shown or not; null when there is none. */
export async function findThread(db: Queryable, within: ReadScope, id: number): Promise<ThreadRow | null> {
  const [row] = await oneThread(db, within).execute({ id })
  return row ?? null
}

/** Which threads of an entry, and after the place of which one. */
export interface WantedThreads {
  entryId: number
  /** Only open ones, or only settled ones; null for both. */
  isOpen: boolean | null
  after: number | null
  most: number
}

/** The threads about an entry: the open ones first, then by their last reply. */
export async function findThreads(
  db: Queryable,
  within: ReadScope,
  { entryId, isOpen, after, most }: WantedThreads,
): Promise<ThreadRow[]> {
  const beyond =
    after === null
      ? undefined
      : sql`(${thread.isOpen}, ${thread.lastAt}, ${thread.id}) < (select t.is_open, t.last_at, t.id from thread t where t.id = ${after})`
  return selected(db, within)
    .where(
      and(
        eq(thread.entryId, hiddenFromPlanner(entryId)),
        eq(thread.isShown, true),
        isOpen === null ? undefined : eq(thread.isOpen, isOpen),
        beyond,
      ),
    )
    .orderBy(desc(thread.isOpen), desc(thread.lastAt), desc(thread.id))
    .limit(most)
}

const { placeholder } = sql
const openBeginnings = prepared((db, within: ReadScope) =>
  db
    .select({
      threadId: thread.id,
      words: unlessClosed(within, first, first.words),
      gatePageId: first.gatePageId,
    })
    .from(thread)
    .innerJoin(first, and(eq(first.threadId, thread.id), eq(first.number, 1)))
    .where(
      and(
        sql`${thread.entryId} = ${placeholder('entryId')}`,
        eq(thread.isShown, true),
        eq(thread.isOpen, true),
      ),
    )
    .orderBy(desc(thread.lastAt), desc(thread.id))
    .limit(placeholder('most'))
    .prepare('open_beginnings'),
)

/** The words that the open threads about an entry begin with, by their last reply: null where they are withheld or closed. */
export function findOpenBeginnings(
  db: Queryable,
  within: ReadScope,
  entryId: number,
  most: number,
): Promise<{ threadId: number; words: string | null; gatePageId: number | null }[]> {
  return openBeginnings(db, within).execute({ entryId, most })
}

const shownThreads = prepared((db) => {
  const some = db
    .select({ one: sql`1` })
    .from(thread)
    .where(
      and(
        sql`${thread.entryId} = ${placeholder('entryId')}`,
        eq(thread.isShown, true),
        sql`${thread.isOpen} = ${placeholder('isOpen')}::boolean`,
      ),
    )
    .limit(placeholder('most'))
    .as('some')
  return db.select({ count: sql<number>`count(*)::int` }).from(some).prepare('shown_threads')
})

/** How many threads about an entry are open, or settled, counted up to one more than `most`. */
export async function countThreads(
  db: Queryable,
  entryId: number,
  isOpen: boolean,
  most: number,
): Promise<number> {
  const [row] = await shownThreads(db).execute({ entryId, isOpen, most: most + 1 })
  return row?.count ?? 0
}

const author = alias(account, 'comment_author')

/** Where these comments stand, and what their threads are about, as the scope shows it: withheld and closed words are null. */
export function findCommentPlaces(db: Queryable, within: ReadScope, commentIds: number[]) {
  return db
    .select({
      id: comment.id,
      number: comment.number,
      threadId: comment.threadId,
      decisionReason: comment.decisionReason,
      authorName: unlessWithheld(within, comment, author.name),
      subject: unlessClosed(within, first, thread.subject),
      ...closing(within),
      entryId: thread.entryId,
      submissionId: thread.submissionId,
    })
    .from(comment)
    .innerJoin(thread, eq(thread.id, comment.threadId))
    .innerJoin(first, and(eq(first.threadId, thread.id), eq(first.number, 1)))
    .innerJoin(author, eq(author.id, comment.authorId))
    .where(inArray(comment.id, commentIds))
}

/** These threads, in no order, as far as they are shown, and what they are about: a withheld subject is null. */
export function findThreadNames(db: Queryable, within: ReadScope, ids: number[]) {
  return db
    .select({
      id: thread.id,
      subject: unlessClosed(within, first, thread.subject),
      ...closing(within),
      entryId: thread.entryId,
    })
    .from(thread)
    .innerJoin(first, and(eq(first.threadId, thread.id), eq(first.number, 1)))
    .where(and(inArray(thread.id, ids), eq(thread.isShown, true)))
}
