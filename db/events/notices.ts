import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/**
 * The channel on which gateways hear what concerns pages that stand open. A notice holds ids of accounts, or one word
 * for what all moderators see; gateways look the rest up. Nothing is kept: who may have missed one looks everything up.
 */
export const NOTICE_CHANNEL = 'loreleaf_notice'

/** What moderators see the number of. */
export const countedForModerators = ['queue', 'reports'] as const
export type CountedForModerators = (typeof countedForModerators)[number]

/** Sends a notice when the transaction commits: an account's id, or a word. */
export const notify = (about: SQLWrapper): SQL =>
  sql`pg_notify(${sql.raw(`'${NOTICE_CHANNEL}'`)}, ${about}::text)`

/** So many ids fit into a notice: it has at most 8,000 bytes. */
const IDS_IN_A_NOTICE = 400

/** One row for each notice that names these accounts, `ids`: the column `account_id` of `among`, each of them once. */
export const notifyAccounts = (among: SQL): SQL => sql`
  select ${notify(sql`string_agg(account_id::text, ',')`)}, string_agg(account_id::text, ',') as ids
  from (select account_id, row_number() over () / ${sql.raw(String(IDS_IN_A_NOTICE))} as part
    from (select distinct account_id from ${among}) each) numbered
  group by part`
