import { and, asc, eq, gt, type SQL, sql } from 'drizzle-orm'
import { account } from '@/db/accounts/schema'
import { entry } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { ownWordsUpTo } from '@/db/talk/own-words'
import { comment, thread } from '@/db/talk/schema'
import { visibleLabel } from '@/db/visibility/private-life'
import { type ReadScope, shownEntries } from '@/db/visibility/read-scope'

/** Held comments about entries that the scope shows, the oldest first, those after `after`. */
export async function findHeldComments(db: Queryable, within: ReadScope, after: number | null, most: number) {
  return db
    .select({
      id: comment.id,
      threadId: thread.id,
      number: comment.number,
      subject: thread.subject,
      words: comment.words,
      mentions: comment.mentions,
      createdAt: comment.createdAt,
      authorId: account.id,
      authorName: account.name,
      entryId: entry.id,
      kind: entry.kind,
      entryNumber: entry.number,
      label: visibleLabel(within),
    })
    .from(comment)
    .innerJoin(thread, eq(thread.id, comment.threadId))
    .innerJoin(account, eq(account.id, comment.authorId))
    .innerJoin(entry, eq(entry.id, thread.entryId))
    .where(
      and(
        eq(comment.state, 'held'),
        shownEntries(within),
        after === null ? undefined : gt(comment.id, after),
      ),
    )
    .orderBy(asc(comment.id))
    .limit(most)
}

export type HeldRow = Awaited<ReturnType<typeof findHeldComments>>[number]

/** How many comments are held, counted up to one more than `most`. */
export async function countHeldComments(db: Queryable, most: number): Promise<number> {
  const some = db
    .select({ one: sql`1` })
    .from(comment)
    .where(eq(comment.state, 'held'))
    .limit(most + 1)
    .as('some')
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(some)
  return row?.count ?? 0
}

/** How many comments are held and how many words about oneself wait, together up to `most`: an expression. */
export const heldUpTo = (most: SQL): SQL<number> => sql`(select least(${most},
  (select count(*) from (select from ${comment} where ${comment.state} = 'held' limit ${most}) held)
  + ${ownWordsUpTo(most)})::int)`

/** A comment that only its author and moderators see. */
export interface OwnHeld {
  id: number
  threadId: number
  number: number
  entryId: number | null
}

/** One's own held comments, by their threads, the oldest first, at most 20: an expression. */
export const ownHeld = (accountId: SQL): SQL<OwnHeld[]> => sql`(
  select coalesce(json_agg(json_build_object('id', held.id, 'threadId', held.thread_id, 'number', held.number,
    'entryId', held.entry_id) order by held.id), '[]')
  from (select c.id, c.thread_id, c.number, t.entry_id from ${comment} c join ${thread} t on t.id = c.thread_id
    where c.author_id = ${accountId} and c.state = 'held' order by c.id limit 20) held)`
