import {
  and,
  desc,
  eq,
  getTableColumns,
  inArray,
  isNull,
  lt,
  lte,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm'
import { account } from '@/db/accounts/schema'
import { notifyAccounts } from '@/db/events/notices'
import { event } from '@/db/events/schema'
import { type NewsFamily, newsMailItem, notification } from '@/db/news/schema'
import type { Primary, Queryable } from '@/db/postgres/client'

/** Of the unread so many are looked at to count them, and notifications are kept so many days. */
const LOOKED_AT = 50
const DAYS_KEPT = 90

/** How many things the account of a row has unread news of, each topic among the 50 newest unread notifications once. */
export const unreadNewsOf = (accountId: SQLWrapper): SQL<number> => sql<number>`(
  select count(distinct topic)::int from (select topic from ${notification}
    where account_id = ${accountId} and read_at is null order by event_id desc limit ${sql.raw(String(LOOKED_AT))}) newest)`

/** The newest event of the unread news of the account of a row; 0 where there is none. */
export const newestNewsOf = (accountId: SQLWrapper): SQL<number> =>
  sql`(select coalesce(max(event_id), 0) from ${notification}
    where account_id = ${accountId} and read_at is null)`.mapWith(Number)

/** How many things an account has unread news of. */
export async function countUnreadNews(db: Queryable, accountId: number): Promise<number> {
  const [row] = await db.execute<{ count: number }>(
    sql`select ${unreadNewsOf(sql`${accountId}::bigint`)} as count`,
  )
  return row?.count ?? 0
}

/** One notification, with what its event names. */
export type NewsRow = Awaited<ReturnType<typeof findNews>>[number]

const allOfNews = (db: Queryable) => db.select().from(notification).as('found')
type FoundNews = ReturnType<typeof allOfNews>

/** An account's notifications, of one family if given, newest first, those before the event `before`; at most `most`. */
export async function findNews(
  db: Queryable,
  accountId: number,
  { family, before, most }: { family: NewsFamily | null; before: number | null; most: number },
) {
  // Found before it is joined: else the planner would walk through all events that are newer.
  const found = db
    .select()
    .from(notification)
    .where(
      and(
        eq(notification.accountId, accountId),
        family === null ? undefined : eq(notification.family, family),
        before === null ? undefined : lt(notification.eventId, before),
      ),
    )
    .orderBy(desc(notification.eventId))
    .limit(most)
    .as('found')
  return withEvents(db, found)
}

/**
 * The notifications that a mail names and that were not read meanwhile, of these families, newest first, at most `most`.
 */
export async function findNewsOfMail(
  db: Queryable,
  mailId: number,
  { families, most }: { families: NewsFamily[]; most: number },
) {
  const found = db
    .select(getTableColumns(notification))
    .from(newsMailItem)
    .innerJoin(
      notification,
      and(
        eq(notification.accountId, newsMailItem.accountId),
        eq(notification.eventId, newsMailItem.eventId),
        isNull(notification.readAt),
        inArray(notification.family, families),
      ),
    )
    .where(eq(newsMailItem.mailId, mailId))
    .orderBy(desc(newsMailItem.eventId))
    .limit(most)
    .as('found')
  return withEvents(db, found)
}

/** Notifications that were found, newest first, with what their events name. */
function withEvents(db: Queryable, found: FoundNews) {
  const { entryId, revisionId, submissionId, reportId, commentId } = event
  return db
    .select({
      eventId: found.eventId,
      family: found.family,
      kind: found.kind,
      topic: found.topic,
      at: found.at,
      isUnread: sql<boolean>`${found.readAt} is null`,
      entryId,
      revisionId,
      submissionId,
      reportId,
      commentId,
      actor: { id: account.id, name: account.name },
    })
    .from(found)
    .innerJoin(event, eq(event.id, found.eventId))
    .leftJoin(account, eq(account.id, event.actorId))
    .orderBy(desc(found.eventId))
}

/** The notification of one event to an account; null when there is none. */
export async function findOneNews(db: Queryable, accountId: number, eventId: number) {
  const [row] = await findNews(db, accountId, { family: null, before: eventId + 1, most: 1 })
  return row?.eventId === eventId ? row : null
}

async function markRead(db: Primary, accountId: number, which: SQL | undefined): Promise<void> {
  const read = and(eq(notification.accountId, accountId), isNull(notification.readAt), which)
  await db.execute(sql`with marked as (
    update ${notification} set read_at = now() where ${read} returning account_id) ${notifyAccounts(sql`marked`)}`)
}

/** Marks an account's notifications as read that are of these topics, up to this event. */
export const markTopicsRead = (db: Primary, accountId: number, topics: string[], upTo: number) =>
  markRead(db, accountId, and(inArray(notification.topic, topics), lte(notification.eventId, upTo)))

/** Marks all of an account's notifications as read, up to this event: what came later was not seen. */
export const markAllRead = (db: Primary, accountId: number, upTo: number) =>
  markRead(db, accountId, lte(notification.eventId, upTo))

/** Deletes notifications after 90 days. */
export async function forgetOldNews(db: Primary): Promise<void> {
  await db.delete(notification).where(lt(notification.at, sql`now() - make_interval(days => ${DAYS_KEPT})`))
}
