import type postgres from 'postgres'
import { PEOPLE } from './people'

/** The news of one account among all; so many of its watches. */
const WATCHED = 500

/**
 * Writes an event for each revision, and as many notifications: half are of one account, the others of all others in
 * turns, and a third are unread. That account watches 500 entries.
 */
export async function writeNews(client: postgres.Sql): Promise<void> {
  const [{ accounts } = { accounts: 1 }] = await client<{ accounts: number }[]>`
    select count(*)::int as accounts from account`
  await client`insert into event (name, actor_id, entry_id, revision_id, at)
    select 'entry.published', author_id, entry_id, id, created_at from revision order by sequence`
  await giveNews(client, PEOPLE.firstModerator, 2)
  await client`insert into notification (account_id, event_id, family, kind, topic, at, read_at)
    select ${PEOPLE.firstTrusted} + id % ${Math.max(1, accounts - PEOPLE.firstTrusted)}, id, 'watched', 'watched',
      'watched entry ' || entry_id, at, case when id % 3 > 0 then at end
    from event where name = 'entry.published' and id % 2 = 1`
}

/** Gives an account a notification of each `every`th event of a published edit, and lets it watch 500 entries. */
export async function giveNews(client: postgres.Sql, accountId: number, every: number): Promise<void> {
  await client`insert into notification (account_id, event_id, family, kind, topic, at, read_at)
    select ${accountId}, id, 'watched', 'watched', 'watched entry ' || entry_id, at, case when id % 3 > 0 then at end
    from event where name = 'entry.published' and id % ${every} = 0`
  await client`insert into watch (account_id, of, target_id, since, seen_at)
    select ${accountId}, 'entry', entry_id, 'epoch', 'epoch'
    from (select distinct entry_id from event where name = 'entry.published' and id % ${every} = 0
      order by entry_id limit ${WATCHED}) chosen`
}
