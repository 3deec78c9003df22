import { type SQL, sql } from 'drizzle-orm'
import { hasMuted } from '@/db/accounts/mutes'
import { account, accountDeletion } from '@/db/accounts/schema'
import { notifyAccounts } from '@/db/events/notices'
import { event } from '@/db/events/schema'
import { type NewsFamily, notification, untoldEvent } from '@/db/news/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { idList } from '@/db/postgres/prepared'
import { submission } from '@/db/submissions/schema'
import { comment } from '@/db/talk/schema'
import { type Whom, whom } from './whom'

/** Takes events that nobody was told of yet, oldest first, at most so many: none that another transaction took. */
export async function takeUntold(tx: Tx, most: number): Promise<{ id: number; name: string }[]> {
  const rows = await tx.execute<{ id: string; name: string }>(sql`
    with taken as (delete from ${untoldEvent} where event_id in (
      select event_id from ${untoldEvent} order by event_id limit ${most} for update skip locked) returning event_id)
    select e.id, e.name from taken join ${event} e on e.id = taken.event_id order by e.id`)
  return rows.map(({ id, name }) => ({ id: Number(id), name }))
}

/** Whether events wait to be told. */
export async function isAnyUntold(db: Queryable): Promise<boolean> {
  return (await db.select({ one: sql`1` }).from(untoldEvent).limit(1)).length > 0
}

/**
 * That an event is a comment of somebody whom the account has muted (by its author, since a moderator may have shown it),
 * or their thanks. What moderators do to somebody is told as before, and so is what they say to the author of a submission
 * in its conversation.
 */
const isOfMuted = sql`e.name = 'entry.thanked' and ${hasMuted(sql`f.account_id`, sql`e.actor_id`)} or exists (select from ${comment} said where said.id = e.comment_id
  and said.author_id <> f.account_id and ${hasMuted(sql`f.account_id`, sql`said.author_id`)})
  and not (e.name = 'submission.commented' and exists (select from ${submission} sent
    where sent.id = e.submission_id and sent.author_id = f.account_id))`

/** How the notifications of events are written. */
export interface Written {
  whom: Whom
  kind: string
  family: NewsFamily
  groupedBy: 'kind' | 'thing'
}

/**
 * Writes the notifications of these events to those whom they concern, sends notices about those accounts, and gives
 * them. Nobody gets one of what they did themselves, or a second one of an event; a new account none of what it was made
 * as, and a deleted one none. `speaker` is the field in which facts name theirs.
 */
export async function insertNotifications(
  tx: Tx,
  eventIds: readonly number[],
  { whom: of, kind, family, groupedBy }: Written,
  speaker: string,
): Promise<number[]> {
  const among = sql`e.id = any(${idList(eventIds)}::bigint[])`
  const topic: SQL = groupedBy === 'kind' ? sql`${kind}::text` : sql`${kind}::text || ' ' || f.thing`
  const told = await tx.execute<{ ids: string }>(sql`with written as (
    insert into ${notification} (account_id, event_id, family, kind, topic, at)
    select f.account_id, e.id, ${family}::text, ${kind}::text, ${topic}, e.at
    from (${whom[of](among, speaker)}) f (id, account_id, thing)
      join ${event} e on e.id = f.id join ${account} a on a.id = f.account_id
    where f.account_id is distinct from e.actor_id and not (${isOfMuted}) and a.role <> 'system' and a.created_at < e.at
      and not exists (select from ${accountDeletion} d where d.account_id = a.id and d.done_at is not null)
    on conflict do nothing returning account_id) ${notifyAccounts(sql`written`)}`)
  return told.flatMap(({ ids }) => ids.split(',').map(Number))
}

/** Notes again all events of these names that are younger than so many days: they are told where they were not. */
export async function untellEvents(tx: Tx, names: readonly string[], days: number): Promise<void> {
  await tx.execute(sql`insert into ${untoldEvent} select id from ${event}
    where name = any(array(select jsonb_array_elements_text(${JSON.stringify(names)}::text::jsonb)))
      and at > now() - make_interval(days => ${days}) on conflict do nothing`)
}

/** Whether anybody was told of anything. */
export async function isAnyTold(db: Queryable): Promise<boolean> {
  return (await db.select({ one: sql`1` }).from(notification).limit(1)).length > 0
}
