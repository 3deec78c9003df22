import { eq, type SQL, sql } from 'drizzle-orm'
import { account } from '@/db/accounts/schema'
import { entry, factFacet, pageFacet } from '@/db/entries/schema'
import { link } from '@/db/links/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { hiddenFromPlanner } from '@/db/postgres/hidden-from-planner'
import { revision } from '@/db/revisions/schema'
import { factStanding, type Standing } from '@/db/standings/schema'
import { submission, submissionItem, submissionRound } from '@/db/submissions/schema'
import type { ReadScope } from '@/db/visibility/read-scope'
import { shownHeads } from '@/db/visibility/shown-heads'
import { pageKind } from '@/db/wiki/schema'

/** So many entries are looked at for a task. */
const LOOKED_AT = 200
/** So many of somebody's latest edits are looked at. */
const MOST_SENT = 100

/** Whether an account is greeted: it has no published edit or is younger than `days`, and has not put the greeting away. */
export async function isGreeted(db: Queryable, accountId: number, days: number): Promise<boolean> {
  const rows = await db.execute(sql`select from ${account} a
    where a.id = ${accountId} and a.greeting_put_away_at is null and (a.created_at > now() - make_interval(days => ${days})
      or not exists (select from ${revision} r where r.author_id = a.id))`)
  return rows.length > 0
}

/** Notes that an account has put its greeting away. */
export async function putGreetingAway(tx: Tx, accountId: number): Promise<void> {
  await tx
    .update(account)
    .set({ greetingPutAwayAt: sql`coalesce(${account.greetingPutAwayAt}, now())` })
    .where(eq(account.id, accountId))
}

/** An entry that a task is about, and whether the account has sent an edit of it. */
export interface TaskRow extends Record<string, unknown> {
  id: number
  number: number
  label: string
  isDone: boolean
}

/** A fact, and how many sources support it. */
interface FactTaskRow extends TaskRow {
  supports: number
}

/** What an account has sent and not taken back, as a query of submission items. */
const sentBy = (accountId: number, what: SQL, from: SQL = sql``) => sql`select ${what} from (
    select s.id from ${submission} s where s.author_id = ${hiddenFromPlanner(accountId)}
      and s.state not in ('draft', 'withdrawn') order by s.id desc limit ${MOST_SENT}) s
  join ${submissionRound} r on r.submission_id = s.id join ${submissionItem} i on i.round_id = r.id ${from}`

/** An order of entries that each account has for itself, the same for as long as there are the same entries. */
const orderOf = (accountId: number) => sql`md5(${accountId}::text || ' ' || ${entry.id}::text)`

/**
 * Facts of a standing with at most so many sources, to which this account could add something: among the last changed that
 * are shown, open to edits and not about private life. Those that it has edited come first, and stay when they got
 * one of the standings `becomes` by that.
 */
export async function findFactTasks(
  db: Queryable,
  within: ReadScope,
  {
    accountId,
    standing,
    becomes,
    mostSources,
    most,
  }: {
    accountId: number
    standing: Standing
    becomes: readonly Standing[]
    mostSources: number
    most: number
  },
): Promise<FactTaskRow[]> {
  return db.execute<FactTaskRow>(sql`
    with sent as materialized (${sentBy(accountId, sql`distinct i.entry_id as id`)} where i.entry_id is not null),
      listed as materialized (select s.entry_id as id from ${factStanding} s where s.standing = ${standing}
        order by s.sequence desc, s.entry_id desc limit ${LOOKED_AT})
    select ${entry.id}::int as id, ${entry.number}::int as number, ${entry.label} as label,
      ${factStanding.supports} as supports,
      exists (select from sent where sent.id = ${entry.id}) as "isDone"
    from (select id from listed union select id from sent) known
      join ${entry} on ${entry.id} = known.id join ${revision} on ${revision.id} = ${entry.headId}
      join ${factFacet} on ${factFacet.entryId} = ${entry.id}
      join ${factStanding} on ${factStanding.entryId} = ${entry.id}
    where ${shownHeads(db, within) ?? sql`true`} and not ${factFacet.isPrivateLife} and (
      (${factStanding.standing} = ${standing} and ${factStanding.supports} <= ${mostSources} and ${entry.protection} = 'open')
      or (${factStanding.standing} = any(${sql.param([...becomes])}::text[]::standing[]) and exists (select from sent where sent.id = ${entry.id})))
    order by "isDone" desc, ${orderOf(accountId)} limit ${most}`)
}

/**
 * Pages about which this account could add a fact, among the newest, categories aside: first those about which it has
 * sent one, then those that no fact is about.
 */
export async function findPageTasks(
  db: Queryable,
  within: ReadScope,
  { accountId, most }: { accountId: number; most: number },
): Promise<TaskRow[]> {
  const about = sql`cross join lateral jsonb_array_elements_text(
    case when i.entry_id is null and jsonb_typeof(i.content->'about') = 'array' then i.content->'about' else '[]' end) a (id)`
  return db.execute<TaskRow>(sql`
    with sent as materialized (${sentBy(accountId, sql`distinct a.id::bigint as id`, about)} where a.id ~ '^[0-9]{1,15}$'),
      listed as materialized (select e.id from ${entry} e where e.kind = 'page' order by e.number desc limit ${LOOKED_AT})
    select ${entry.id}::int as id, ${entry.number}::int as number, ${entry.label} as label,
      exists (select from sent where sent.id = ${entry.id}) as "isDone"
    from (select id from listed union select id from sent) known
      join ${entry} on ${entry.id} = known.id and ${entry.kind} = 'page'
      join ${revision} on ${revision.id} = ${entry.headId}
      join ${pageFacet} on ${pageFacet.entryId} = ${entry.id}
    where ${shownHeads(db, within) ?? sql`true`}
      and not exists (select from ${pageKind} k where k.key = ${pageFacet.kind} and k.is_category)
    order by "isDone" desc,
      exists (select from ${link} l where l.to_id = ${entry.id} and l.kind = 'about' and l.until is null), ${orderOf(accountId)} limit ${most}`)
}
