import { and, asc, eq, gt, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { account } from '@/db/accounts/schema'
import { mayBeMailed } from '@/db/news/may-be-mailed'
import {
  type MailRhythm,
  mailChoice,
  mailPlan,
  type NewsFamily,
  newsMail,
  newsMailItem,
  notification,
} from '@/db/news/schema'
import type { Primary, Queryable, Tx } from '@/db/postgres/client'
import { idList } from '@/db/postgres/prepared'

/** News that is older is not mailed any more: a week of a digest, and the day that its server may have been away. */
const OLDEST = sql`interval '8 days'`

/** A mail that could not be sent by then is not sent any more. */
const GIVEN_UP = sql`interval '5 days'`

/**
 * Notes that those of these accounts who want to hear at once of this part of their news get a mail in so many seconds,
 * if not earlier; false where nobody does.
 */
export async function noteSoon(
  tx: Tx,
  accountIds: readonly number[],
  family: NewsFamily,
  seconds: number,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    update ${mailPlan} p set soon_at = coalesce(p.soon_at, now() + make_interval(secs => ${seconds}))
    from ${mailChoice} c join ${account} on ${account.id} = c.account_id
    where c.account_id = any(${idList(accountIds)}::bigint[]) and c.family = ${family} and c.rhythm = 'at_once'
      and ${mayBeMailed} and p.account_id = c.account_id
    returning p.account_id`)
  return rows.length > 0
}

/** An account that a mail is due for. */
export interface DuePlan {
  accountId: number
  timeZone: string | null
  hour: number
  isSoonDue: boolean
  /** When its digest was due; null where none is. */
  digestDueAt: Date | null
  /** How often it gets mail about anything. */
  rhythms: MailRhythm[]
}

/** Takes accounts that a mail is due for, at most so many: none that another transaction took. */
export async function takeDuePlans(tx: Tx, most: number): Promise<DuePlan[]> {
  const rows = await tx.execute<{
    id: string
    zone: string | null
    hour: number
    soon: boolean
    due: number | null
    rhythms: MailRhythm[]
  }>(sql`
    select p.account_id as id, p.time_zone as zone, p.hour, coalesce(p.soon_at <= now(), false) as soon,
      case when p.digest_at <= now() then (extract(epoch from p.digest_at) * 1000)::float8 end as due,
      array(select distinct c.rhythm from ${mailChoice} c where c.account_id = p.account_id) as rhythms
    from ${mailPlan} p where p.soon_at <= now() or p.digest_at <= now()
    order by p.account_id limit ${most} for update skip locked`)
  return rows.map(({ id, zone, hour, soon, due, rhythms }) => ({
    ...{ accountId: Number(id), timeZone: zone, hour: Number(hour), isSoonDue: soon, rhythms },
    digestDueAt: due === null ? null : new Date(due),
  }))
}

/** What becomes of a due plan. */
export interface SettledPlan {
  accountId: number
  /** Which news are mailed now. */
  rhythms: MailRhythm[]
  isSoonDone: boolean
  /** When the next digest is due; undefined where none was now. */
  nextDigestAt?: Date | null
}

/**
 * Makes the mails of these accounts, and gives their ids: each names the unread notifications that no mail has named yet,
 * of the parts of their news that are mailed now. Where there are none there is no mail. Also writes when the next are due.
 */
export async function makeNewsMails(tx: Tx, settled: readonly SettledPlan[]): Promise<number[]> {
  const plans = settled.map(({ accountId, rhythms, isSoonDone, nextDigestAt }) => ({
    ...{ id: accountId, rhythms, soon: isSoonDone, digest: nextDigestAt !== undefined },
    next: nextDigestAt?.toISOString() ?? null,
  }))
  const due = sql`jsonb_to_recordset(${JSON.stringify(plans)}::text::jsonb)
    as due (id bigint, rhythms text[], soon boolean, digest boolean, next timestamptz)`
  await tx.execute(sql`update ${mailPlan} p set soon_at = case when due.soon then null else p.soon_at end,
    digest_at = case when due.digest then due.next else p.digest_at end from ${due} where p.account_id = due.id`)
  return makeMailsOf(tx, {
    news: sql`${due} join ${mailChoice} c on c.account_id = due.id and c.rhythm = any(due.rhythms)
      join ${notification} n on n.account_id = c.account_id and n.family = c.family`,
    which: sql`n.at > c.since and n.at > now() - ${OLDEST}`,
    isAlarm: false,
  })
}

/**
 * Makes mails at once of the notifications of these events that these accounts have and no mail has named yet, one for
 * each account, whatever mail it has chosen; gives their ids.
 */
export function makeAlarmMails(
  tx: Tx,
  eventIds: readonly number[],
  accountIds: readonly number[],
): Promise<number[]> {
  return makeMailsOf(tx, {
    news: sql`${notification} n`,
    which: sql`n.account_id = any(${idList(accountIds)}::bigint[]) and n.event_id = any(${idList(eventIds)}::bigint[])`,
    isAlarm: true,
  })
}

/** Makes a mail for each account that may be mailed, of those of the news `n` that are unread and that no mail names yet. */
async function makeMailsOf(
  tx: Tx,
  { news, which, isAlarm }: { news: SQL; which: SQL; isAlarm: boolean },
): Promise<number[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    with picked as materialized (
      select n.account_id, n.event_id from ${news} join ${account} on ${account.id} = n.account_id
      where ${mayBeMailed} and n.read_at is null and ${which} and not exists (
        select from ${newsMailItem} i where i.account_id = n.account_id and i.event_id = n.event_id)),
    made as (insert into ${newsMail} (account_id, is_alarm)
      select distinct account_id, ${isAlarm}::boolean from picked order by account_id returning id, account_id),
    named as (insert into ${newsMailItem} (account_id, event_id, mail_id)
      select p.account_id, p.event_id, m.id from picked p join made m on m.account_id = p.account_id)
    select id from made order by id`)
  return rows.map(({ id }) => Number(id))
}

/** A mail that was not sent yet, and where it goes. */
export interface UnsentNewsMail {
  id: number
  accountId: number
  madeAt: Date
  /** Null where the account has none that may be written to. */
  address: string | null
  isAlarm: boolean
  timeZone: string | null
  quietFrom: number | null
  quietTo: number | null
  progress: string | null
  /** The parts of its news that the account gets mail about now, and how often. */
  choices: { family: NewsFamily; rhythm: MailRhythm }[]
}

/** A mail about news that was not sent yet; null where it was, or is not needed any more. */
export async function findUnsentNewsMail(db: Queryable, id: number): Promise<UnsentNewsMail | null> {
  const rows = await db
    .select({
      id: newsMail.id,
      accountId: newsMail.accountId,
      madeAt: newsMail.madeAt,
      address: sql<string | null>`case when ${mayBeMailed} then ${account.email} end`,
      isAlarm: newsMail.isAlarm,
      timeZone: mailPlan.timeZone,
      quietFrom: mailPlan.quietFrom,
      quietTo: mailPlan.quietTo,
      progress: account.progress,
      family: mailChoice.family,
      rhythm: mailChoice.rhythm,
    })
    .from(newsMail)
    .innerJoin(account, eq(account.id, newsMail.accountId))
    .leftJoin(mailPlan, eq(mailPlan.accountId, newsMail.accountId))
    .leftJoin(mailChoice, eq(mailChoice.accountId, newsMail.accountId))
    .where(and(eq(newsMail.id, id), isNull(newsMail.settledAt)))
  const [first] = rows
  if (!first) return null
  const { family: _family, rhythm: _rhythm, ...mail } = first
  const choices = rows.flatMap(({ family, rhythm }) => (family && rhythm ? [{ family, rhythm }] : []))
  return { ...mail, choices }
}

/** Notes that a mail was sent, or is not needed. */
export async function settleNewsMail(db: Primary, id: number): Promise<void> {
  await db.update(newsMail).set({ settledAt: sql`now()` }).where(eq(newsMail.id, id))
}

/** The mails beyond this id that were neither sent nor given up, in order, at most so many. */
export async function findUnsentNewsMailIds(db: Queryable, after: number, most: number): Promise<number[]> {
  const rows = await db
    .select({ id: newsMail.id })
    .from(newsMail)
    .where(
      and(isNull(newsMail.settledAt), gt(newsMail.id, after), gt(newsMail.madeAt, sql`now() - ${GIVEN_UP}`)),
    )
    .orderBy(asc(newsMail.id))
    .limit(most)
  return rows.map(({ id }) => id)
}

/** Deletes mails about news after 30 days: what they name is too old to be mailed again. */
export async function forgetOldNewsMails(db: Primary): Promise<void> {
  await db.delete(newsMail).where(lt(newsMail.madeAt, sql`now() - interval '30 days'`))
}
