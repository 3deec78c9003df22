import { and, desc, eq, ne, type SQL, sql } from 'drizzle-orm'
import { entry } from '@/db/entries/schema'
import { link, relation } from '@/db/links/schema'
import { notification, type Watchable, type Watched, watch, watchFeed } from '@/db/news/schema'
import type { Primary, Queryable, Tx } from '@/db/postgres/client'

const isOne = (accountId: number, { of, targetId }: Watched) =>
  and(eq(watch.accountId, accountId), eq(watch.of, of), eq(watch.targetId, targetId))

/** How many things an account watches. */
export async function countWatches(tx: Tx, accountId: number): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(watch)
    .where(eq(watch.accountId, accountId))
  return row?.count ?? 0
}

/** Begins to watch; what is watched already stays as it is. */
export async function insertWatch(tx: Tx, accountId: number, watched: Watched): Promise<void> {
  await tx
    .insert(watch)
    .values({ accountId, ...watched })
    .onConflictDoNothing()
}

/** Ends watching. */
export async function deleteWatch(tx: Tx, accountId: number, watched: Watched): Promise<void> {
  await tx.delete(watch).where(isOne(accountId, watched))
}

/** Whether an account watches something: an expression. */
export const watches = (accountId: SQL, { of, targetId }: Record<keyof Watched, unknown>): SQL<boolean> =>
  sql`exists (select from ${watch} where account_id = ${accountId} and of = ${of} and target_id = ${targetId})`

/** Whether an account watches something. */
export async function isWatching(db: Queryable, accountId: number, watched: Watched): Promise<boolean> {
  const [row] = await db.execute<{ is: boolean }>(sql`select ${watches(sql`${accountId}`, watched)} as is`)
  return row?.is ?? false
}

/** In which ways an account watches what this page, fact or source stands for. */
export async function findWatchesOf(db: Queryable, accountId: number, entryId: number): Promise<Watchable[]> {
  const rows = await db
    .select({ of: watch.of })
    .from(watch)
    .where(and(eq(watch.accountId, accountId), eq(watch.targetId, entryId), ne(watch.of, 'thread')))
  return rows.map(({ of }) => of)
}

/** In which ways an entry can be watched: what nobody said, or is no category, only as itself. */
export async function findWaysToWatch(db: Queryable, entryId: number, speaker: string): Promise<Watchable[]> {
  const [row] = await db
    .select({
      speaks: sql<boolean>`exists (select from ${relation} r
        where r.to_id = ${entry.id} and r.field = ${speaker} and r.until is null)`,
      holds: sql<boolean>`exists (select from ${link} l
        where l.to_id = ${entry.id} and l.kind = 'category' and l.until is null)`,
    })
    .from(entry)
    .where(eq(entry.id, entryId))
  return [
    'entry',
    ...(row?.speaks ? (['speaker'] as const) : []),
    ...(row?.holds ? (['category'] as const) : []),
  ]
}

/** Up to how many changes of one thing are counted. */
const MOST_CHANGES = 100

/** What an account watches, and since when, the last begun first, with how much changed since it last looked, and when. */
export async function findWatches(db: Queryable, accountId: number, most: number) {
  const kind = sql`case ${watch.of} when 'thread' then 'commented ' else 'watched ' end`
  const topic = sql`${kind} || ${watch.of} || ' ' || ${watch.targetId}`
  const changes = db
    .select({ at: notification.at })
    .from(notification)
    .where(
      and(
        eq(notification.accountId, watch.accountId),
        eq(notification.topic, topic),
        sql`${notification.at} > ${watch.seenAt}`,
      ),
    )
    .orderBy(desc(notification.eventId))
    .limit(MOST_CHANGES)
    .as('changes')
  const counted = db
    .select({
      count: sql<number>`count(*)::int`.as('count'),
      last: sql<Date | null>`max(${changes.at})`.mapWith(notification.at).as('last'),
    })
    .from(changes)
    .as('counted')
  return db
    .select({
      of: watch.of,
      targetId: watch.targetId,
      since: watch.since,
      count: counted.count,
      last: counted.last,
    })
    .from(watch)
    .crossJoinLateral(counted)
    .where(eq(watch.accountId, accountId))
    .orderBy(desc(watch.since), desc(watch.targetId))
    .limit(most)
}

/** Notes that an account has seen what changed until a moment: of its watches, and in its news. */
export async function noteSeenUntil(tx: Tx, accountId: number, moment: Date): Promise<void> {
  const until = sql`least(${moment.toISOString()}::timestamptz, now())`
  await tx
    .update(watch)
    .set({ seenAt: sql`greatest(${watch.seenAt}, ${until})` })
    .where(eq(watch.accountId, accountId))
  await tx.execute(sql`update ${notification} set read_at = now()
    where account_id = ${accountId} and family = 'watched' and read_at is null and at <= ${until}`)
}

/** The salt of an account's private feed; null where it has none. */
export async function findFeedSalt(db: Queryable, accountId: number): Promise<string | null> {
  const [row] = await db
    .select({ salt: watchFeed.salt })
    .from(watchFeed)
    .where(eq(watchFeed.accountId, accountId))
  return row?.salt ?? null
}

/** Gives an account's private feed another salt, so that its former address ends; none ends the feed. */
export async function replaceFeedSalt(db: Primary, accountId: number, salt: string | null): Promise<void> {
  if (salt === null) await db.delete(watchFeed).where(eq(watchFeed.accountId, accountId))
  else
    await db
      .insert(watchFeed)
      .values({ accountId, salt })
      .onConflictDoUpdate({ target: watchFeed.accountId, set: { salt, madeAt: sql`now()` } })
}
