import { type SQL, sql } from 'drizzle-orm'
import { account } from '@/db/accounts/schema'
import { event } from '@/db/events/schema'
import { link, relation } from '@/db/links/schema'
import { watch } from '@/db/news/schema'
import { report } from '@/db/reports/schema'
import { decision } from '@/db/review/schema'
import { revision } from '@/db/revisions/schema'
import { submission, submissionRound } from '@/db/submissions/schema'
import { comment, thread } from '@/db/talk/schema'

/**
 * For each event `e` that `among` allows: an account, and the thing that this is about to them, as a short text. `speaker`
 * is the field in which facts name theirs.
 */
type Find = (among: SQL, speaker: string) => SQL

/** The pages by which somebody may watch what an event changed: itself, what it is about, its categories, its speaker. */
const reached = (speaker: string) => sql`(select 'entry' as of, e.entry_id as target, 0 as place
  union all select 'entry', l.to_id, 1 from ${link} l
    where l.from_id = e.entry_id and l.kind = 'about' and l.until is null
  union all select 'speaker', r.to_id, 2 from ${relation} r
    where r.from_id = e.entry_id and r.field = ${speaker} and r.until is null
  union all select 'category', l.to_id, 3 from ${link} l
    where l.from_id = e.entry_id and l.kind = 'category' and l.until is null)`

/** How those are found whom an event concerns. */
export const whom = {
  account: (among) => sql`select e.id, e.account_id, 'account' as thing from ${event} e where ${among}`,
  author: (among) => sql`select e.id, s.author_id, 'submission ' || s.id as thing from ${event} e
    join ${submission} s on s.id = e.submission_id where ${among}`,
  commenter: (among) => sql`select e.id, c.author_id, 'thread ' || c.thread_id as thing from ${event} e
    join ${comment} c on c.id = e.comment_id where ${among}`,
  mentioned: (among) =>
    sql`select e.id, e.account_id, 'thread ' || e.thread_id as thing from ${event} e where ${among}`,
  // Whoever began the thread, and whoever wrote what is answered; not who answers, though a moderator shows it.
  answered: (among) => sql`select e.id, a.account_id, 'thread ' || c.thread_id as thing from ${event} e
    join ${comment} c on c.id = e.comment_id
    cross join lateral (select t.started_by_id as account_id from ${thread} t where t.id = c.thread_id
      union select o.author_id from ${comment} o where o.thread_id = c.thread_id and o.number = c.answers) a
    where a.account_id <> c.author_id and ${among}`,
  // Who watches the thread of a comment, from when they began to; not its author, though a moderator shows it.
  threadWatchers: (among) => sql`select e.id, w.account_id, 'thread ' || w.target_id as thing from ${event} e
    join ${comment} c on c.id = e.comment_id
    join ${watch} w on w.of = 'thread' and w.target_id = c.thread_id and w.since <= e.at
    where w.account_id <> c.author_id and ${among}`,
  // Its author, who decided one of its rounds, and who wrote here before.
  conversing: (
    among,
  ) => sql`select e.id, a.account_id, 'submission ' || e.submission_id as thing from ${event} e
    join ${comment} c on c.id = e.comment_id
    cross join lateral (select s.author_id as account_id from ${submission} s where s.id = e.submission_id
      union select d.by_id from ${submissionRound} r join ${decision} d on d.round_id = r.id
        where r.submission_id = e.submission_id
      union select o.author_id from ${comment} o where o.thread_id = e.thread_id) a
    where a.account_id <> c.author_id and ${among}`,
  // Whoever owns the wiki: what may hurt somebody is closed, and waits for a decision.
  owners: (among) => sql`select e.id, o.id as account_id, 'report ' || e.report_id as thing from ${event} e
    join ${account} o on o.role = 'owner' where ${among}`,
  reporter: (among) => sql`select e.id, r.by_id, 'report ' || r.id as thing from ${event} e
    join ${report} r on r.id = e.report_id where ${among}`,
  reviser: (among) => sql`select e.id, r.author_id, 'entry ' || r.entry_id as thing from ${event} e
    join ${revision} r on r.id = e.revision_id where ${among}`,
  // Only from when they began to watch. An account that watches it in several ways is told once.
  watchers: (among, speaker) => sql`select distinct on (e.id, w.account_id) e.id, w.account_id,
      w.of || ' ' || w.target_id as thing
    from ${event} e cross join lateral ${reached(speaker)} t
    join ${watch} w on w.of = t.of and w.target_id = t.target and w.since <= e.at
    where ${among} order by e.id, w.account_id, t.place, w.target_id`,
} as const satisfies Record<string, Find>

export type Whom = keyof typeof whom
